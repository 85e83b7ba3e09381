// taizhang schema [NAME]: the JSON Schema of a command's output, of a table's rows, or of a YAML file.

import { ledgerNames, registerNames, type TableName } from '../../book/columns.js';
import { orgChartSchema, orgUnitsSchema } from '../../book/schema/orgchart.js';
import { settingsSchema } from '../../book/schema/settings.js';
import { tableSchema } from '../../book/schema/tables.js';
import { nearest } from '../../core/nearest.js';
import { peopleSchemaNames, recordSchemaNames, schemaNames, schemaOf } from '../../render/json/schema/schemas.js';
import type { CommandModule } from '../command.js';
import { Exit, UsageError } from '../exit.js';
import { emit } from '../output.js';
import { Speaker } from '../session.js';

const yamlFiles: Readonly<Record<string, () => object>> = {
  'taizhang.yaml': () => settingsSchema,
  'org.yaml': () => orgChartSchema,
  'org-units': () => orgUnitsSchema,
};

const tableNames: readonly TableName[] = [...registerNames, ...ledgerNames];

function schemaNamed(name: string): object | null {
  const command = schemaOf(name);
  if (command !== null) return command;
  // `requests` is a ledger and a report; the report is asked for with its whole name.
  const table = tableNames.find((one) => one === name || `${one}.csv` === name);
  if (table !== undefined) return tableSchema(table);
  return Object.hasOwn(yamlFiles, name) ? (yamlFiles[name]?.() ?? null) : null;
}

const command: CommandModule = {
  configure(self, say) {
    self.argument(
      '[name...]',
      say({
        zh: '命令（report daily）、表（stock）或文件（taizhang.yaml）',
        en: 'a command (report daily), a table (stock) or a file (taizhang.yaml)',
      }),
    );
  },
  run(args, options) {
    const speaker = new Speaker(options);
    const names = [
      ...schemaNames,
      ...peopleSchemaNames,
      ...recordSchemaNames,
      ...tableNames,
      ...Object.keys(yamlFiles),
    ];
    if (args.length === 0) {
      emit([`${names.join('\n')}\n`], speaker.common.output);
      return Exit.good;
    }
    const name = args.join(' ');
    const schema = schemaNamed(name);
    if (schema === null) {
      const near = nearest(name, names);
      throw new UsageError(
        { zh: `没有“${name}”的 Schema`, en: `there is no schema of "${name}"` },
        near.length > 0
          ? { zh: `是否为：${near.join('、')}`, en: `did you mean ${near.join(', ')}?` }
          : { zh: 'taizhang schema 列出全部', en: '"taizhang schema" lists them all' },
      );
    }
    emit([`${JSON.stringify(schema, null, 2)}\n`], speaker.common.output);
    return Exit.good;
  },
};

export const { configure, run } = command;
