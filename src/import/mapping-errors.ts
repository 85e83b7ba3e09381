// What is wrong in a mapping file, with its line: the file is not part of the book, so nobody else will locate it.

import type { Finding } from '../core/finding.js';
import { locate } from '../source/locate.js';
import type { Workspace } from '../source/workspace.js';
import type { Refusal } from './sheet.js';

export function locateYaml(workspace: Workspace, finding: Finding): Refusal {
  const [located] = locate(workspace, [finding], () => 'error');
  const at = located === undefined ? '' : `${located.at.file}:${located.at.line}:${located.at.column}`;
  const zh = finding.tell('zh');
  const en = finding.tell('en');
  return {
    message: { zh: `${at}：${zh.message}`, en: `${at}: ${en.message}` },
    hint: { zh: zh.hint, en: en.hint },
  };
}
