// What is wrong in a mapping file, with its line: the file is not part of the book, so nobody else will locate it.

import type { Finding } from '../core/finding.js';
import type { Refusal } from './sheet.js';

export function locateYaml(name: string, finding: Finding): Refusal {
  const at = finding.at.kind === 'span' ? `${name}:${finding.at.span.line}:${finding.at.span.column}` : name;
  const zh = finding.tell('zh');
  const en = finding.tell('en');
  return {
    message: { zh: `${at}：${zh.message}`, en: `${at}: ${en.message}` },
    hint: { zh: zh.hint, en: en.hint },
  };
}
