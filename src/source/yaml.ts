// Reads a YAML file of a book into a tree with places; whatever is wrong with the file is a finding, never an exception.

import type { Finding, Staged } from '../core/finding.js';
import { yamlTellings } from '../core/messages/yaml.js';
import { decodeFile } from './decode.js';
import type { Workspace } from './workspace.js';
import type { YamlNode } from './yaml/node.js';
import { parseYaml } from './yaml/parse.js';
import { YamlText } from './yaml/text.js';

export { type Fields, YamlReader } from './yaml/fields.js';
export {
  isNull,
  type ScalarLooks,
  type YamlEntry,
  type YamlList,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from './yaml/node.js';

/** Some thirty thousand units of an org chart: a larger file is another file under a wrong name. */
export const MOST_BYTES = 4 * 1_048_576;

/** The file's value; null where it is empty, or where nothing of it can be used (the findings say why). */
export function readYaml(workspace: Workspace, file: string): Staged<YamlNode | null> {
  const size = workspace.size(file);
  if (size > MOST_BYTES) {
    return refused({
      code: 'yaml/syntax',
      at: { kind: 'file', file },
      tell: yamlTellings.tooLarge({ bytes: size, most: MOST_BYTES }),
      related: [],
    });
  }
  const decoded = decodeFile(wholeFile(workspace, file));
  if (decoded === null) {
    return refused({
      code: 'file/encoding',
      at: { kind: 'file', file },
      tell: yamlTellings.undecodable(),
      related: [],
      severity: 'error',
    });
  }
  const findings: Finding[] = [];
  if (decoded.encoding === 'gb18030') {
    findings.push({ code: 'file/encoding', at: { kind: 'file', file }, tell: yamlTellings.encoding(), related: [] });
  }
  const text = new YamlText(file, decoded.bytes);
  const markers = text.conflictMarkers();
  if (markers.length > 0) {
    // Which side is meant nobody can tell, and what the parser would say of the two together is noise.
    for (const at of markers) {
      findings.push({ code: 'file/conflict-marker', at, tell: yamlTellings.conflictMarker(), related: [] });
    }
    return { value: null, findings };
  }
  const { root, findings: more } = parseYaml(text);
  return { value: root, findings: [...findings, ...more] };
}

function refused(finding: Finding): Staged<null> {
  return { value: null, findings: [finding] };
}

function wholeFile(workspace: Workspace, file: string): Uint8Array {
  const open = workspace.open(file);
  try {
    return open.all();
  } finally {
    open.close();
  }
}
