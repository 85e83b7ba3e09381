// The pages of the manual that are made from the source: every check, and every column of every table.

import { documentPrefixes, movementKinds } from '../../src/book/choices.js';
import { type Column, columnsOf, ledgerNames, registerNames, type TableName } from '../../src/book/columns.js';
import { registry } from '../../src/checks/registry.js';
import { commands } from '../../src/cli/commandtable.js';
import { quarantines } from '../../src/core/slugs.js';

const families: Readonly<Record<string, string>> = {
  file: 'Files',
  csv: 'CSV',
  yaml: 'YAML',
  value: 'Values',
  ref: 'References',
  id: 'Codes',
  stock: 'Stock',
  count: 'Counts',
  delivery: 'Deliveries',
  request: 'Requests',
  org: 'Org chart',
  staff: 'Staff',
  site: 'Sites',
  census: 'Head counts',
  need: 'Needs',
  plan: 'Plan',
  seal: 'Seals',
};

const checksHead = `# Checks · 检查

<!-- Made by scripts/docs.mjs from src/checks/manual; change it there. -->

Every check has a slug, the same in the output, in the settings and here. \`taizhang explain SLUG\` prints its page in the
language of the book, \`taizhang explain\` lists them all.

An **error** makes the night fail (exit status 1); a **warning** does so with \`--strict\`; a **note** never. The settings can
raise, lower or switch off a check:

\`\`\`yaml
checks: {stock/number-gap: off, count/stale: error}
\`\`\`

A row with a finding that is marked *quarantine* is left out of every figure, and what it may have changed is marked as
incomplete; such a check can be neither lowered nor switched off. A check that needs what a book does not keep is silent.
`;

function fenced(text: string): string {
  const kind = /^[\w.-]+:|^- |^ *- \{/mu.test(text) && !text.includes(',') ? 'yaml' : 'text';
  return `\`\`\`${kind}\n${text.trimEnd()}\n\`\`\``;
}

export function checksPage(): string {
  const parts: string[] = [checksHead];
  let family = '';
  for (const { slug, severity, title, explanation, wrong, right } of registry) {
    const own = slug.split('/')[0] ?? '';
    if (own !== family) parts.push(`## ${families[own] ?? own}\n`);
    family = own;
    const kept = quarantines(slug) ? `${severity}, quarantine` : severity;
    parts.push(
      `### ${slug}\n`,
      `**${title.en} · ${title.zh}** (${kept})\n`,
      `${explanation.en}\n`,
      `${explanation.zh}\n`,
      `Wrong · 错误：\n\n${fenced(wrong)}\n`,
      `Right · 正确：\n\n${fenced(right)}\n`,
    );
  }
  return parts.join('\n');
}

const cells: Readonly<Record<Column['cell'], string>> = {
  code: 'a code',
  name: 'a name',
  text: 'text',
  words: 'words, `;` between',
  day: 'a date',
  time: 'a time',
  moment: 'date and time',
  doc: 'a document number',
  quantity: 'a quantity',
  unit: 'a unit',
  packs: '`箱=20;包=5`',
  whole: 'a whole number',
  flag: 'yes or no, 是 or 否',
  choice: 'one of',
  item: 'an item',
  spec: 'a specification',
  lot: 'a lot',
  site: 'a site',
  place: 'a site or party',
  party: 'a party',
  staff: 'a member of staff',
  orgunit: 'an org unit',
  person: 'a person: code or name, free',
};

function holds({ cell, choices }: Column): string {
  if (choices === null) return cells[cell];
  return Object.entries(choices)
    .map(([word, zh]) => `\`${word}\` ${zh.join(' ')}`.trim())
    .join(', ');
}

function columnTable(table: TableName): string {
  const rows = columnsOf(table).map(
    (column) => `| ${column.name}${column.required ? '\\*' : ''} | ${column.zh.join('、')} | ${holds(column)} |`,
  );
  return ['| column | 中文 | holds |', '|---|---|---|', ...rows].join('\n');
}

function kindTable(): string {
  const rows = Object.entries(movementKinds).map(([kind, zh]) => {
    const prefix = Object.entries(documentPrefixes).find(([one]) => one === kind)?.[1] ?? '';
    return `| \`${kind}\` | ${zh.join(' ')} | ${prefix} |`;
  });
  return ['| kind | 中文 | numbers begin with |', '|---|---|---|', ...rows].join('\n');
}

function commandTable(): string {
  const rows = commands.map(
    ({ name, summary, example }) => `| \`taizhang ${name}\` | ${summary.en} | ${summary.zh} | \`${example}\` |`,
  );
  return ['| command | does | 用途 | for example |', '|---|---|---|---|', ...rows].join('\n');
}

/** What stands between the markers `<!-- table NAME -->` and `<!-- end -->` of a page. */
function made(name: string): string {
  const table = [...registerNames, ...ledgerNames].find((one) => one === name);
  if (table !== undefined) return columnTable(table);
  if (name === 'kinds') return kindTable();
  if (name === 'commands') return commandTable();
  throw new Error(`no table ${name}`);
}

export function withTables(page: string): string {
  return page.replace(
    /<!-- table (\w+) -->\n[\s\S]*?<!-- end -->/gu,
    (_all, name: string) => `<!-- table ${name} -->\n${made(name)}\n<!-- end -->`,
  );
}
