// Writes the pages of the manual that are made from the source: docs/checks.md, and tables in book.md and commands.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const outdir = `${root}node_modules/.cache/taizhang-docs`;
await build({
  absWorkingDir: root,
  entryPoints: ['scripts/docs/pages.ts'],
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
});
const { checksPage, withTables } = await import(pathToFileURL(`${outdir}/pages.mjs`).href);

writeFileSync(`${root}docs/checks.md`, checksPage());
for (const page of ['docs/book.md', 'docs/commands.md']) {
  writeFileSync(root + page, withTables(readFileSync(root + page, 'utf8')));
}
console.log('docs/checks.md, docs/book.md, docs/commands.md');
