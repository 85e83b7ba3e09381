// Reads the tree of units, through the files that it includes.

import { orgChartTellings } from '../../core/messages/orgchart.js';
import { yamlTellings } from '../../core/messages/yaml.js';
import { nearest } from '../../core/nearest.js';
import type { Workspace } from '../../source/workspace.js';
import { isNull, readYaml, type YamlNode } from '../../source/yaml.js';
import type { Unit } from './chart.js';
import { includable, insideBook } from './include.js';
import { type ChartReader, Ids } from './reader.js';

export const unitKeys = ['id', 'name', 'level', 'leader', 'units'] as const;
export const includeKeys = ['include'] as const;

/** No chart is so deep; a chain of includes that is has lost its way. */
const MOST_INCLUDES = 20;

export class UnitTree {
  readonly units: Unit[] = [];
  readonly ids: Ids<Unit>;
  /** Every file that was read, org.yaml first. */
  readonly files: string[];

  constructor(
    private readonly workspace: Workspace,
    private readonly reader: ChartReader,
    root: string,
  ) {
    this.ids = new Ids(reader);
    this.files = [root];
  }

  /** Reads a list of units that stand under `parent`; `chain` is the files that lead to the list. */
  read(list: readonly YamlNode[], parent: Unit | null, chain: readonly string[]): Unit[] {
    return list.flatMap((node) => {
      const included = node.kind === 'map' && node.entries.some((entry) => entry.key.text === 'include');
      return included ? this.include(node, parent, chain) : (this.unit(node, parent, chain) ?? []);
    });
  }

  private unit(node: YamlNode, parent: Unit | null, chain: readonly string[]): Unit | null {
    const { reader } = this;
    const fields = reader.fields(node, unitKeys);
    if (fields === null) return null;
    const { id, name } = reader.identity(fields, 'id', unitKeys);
    if (fields.get('level') === null) {
      reader.wrong(fields.at, yamlTellings.missingKey({ key: 'level', known: unitKeys }));
    }
    const children: Unit[] = [];
    const unit: Unit = {
      id,
      name,
      level: reader.word(fields, 'level'),
      leader: reader.word(fields, 'leader'),
      parent,
      depth: parent === null ? 0 : parent.depth + 1,
      children,
    };
    this.units.push(unit);
    this.ids.declare(id, unit);
    for (const child of this.read(reader.items(fields, 'units'), unit, chain)) children.push(child);
    return unit;
  }

  private include(node: YamlNode, parent: Unit | null, chain: readonly string[]): Unit[] {
    const { reader, workspace } = this;
    const fields = reader.fields(node, includeKeys);
    if (fields === null) return [];
    const written = reader.word(fields, 'include');
    if (written === null) {
      if (fields.get('include') === null) reader.wrong(fields.at, orgChartTellings.includeEmpty());
      return [];
    }
    const { at, value } = written;
    const file = insideBook(workspace, value);
    if (file === null) {
      const tell = orgChartTellings.includeOutside({ path: value });
      reader.add({ code: 'file/outside-book', at, tell, related: [] });
      return [];
    }
    if (chain.includes(file)) {
      reader.wrong(at, orgChartTellings.includeCycle({ chain: [...chain.slice(chain.indexOf(file)), file] }));
      return [];
    }
    if (this.files.includes(file)) {
      reader.wrong(at, orgChartTellings.includeTwice({ path: value }));
      return [];
    }
    if (!workspace.has(file)) {
      reader.wrong(
        at,
        orgChartTellings.includeMissing({ path: value, nearest: nearest(file, includable(workspace), 2) }),
      );
      return [];
    }
    if (chain.length > MOST_INCLUDES) {
      reader.wrong(at, yamlTellings.tooDeep({ most: MOST_INCLUDES }));
      return [];
    }
    this.files.push(file);
    const { value: root, findings } = readYaml(workspace, file);
    for (const finding of findings) reader.add(finding);
    const list = root === null || isNull(root) ? null : reader.list(root);
    return list === null ? [] : this.read(list, parent, [...chain, file]);
  }
}
