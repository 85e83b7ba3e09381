// Bundles the program into dist/, keeps what V8 makes of it, and emits its types.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));

const common = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  define: { __TAIZHANG_VERSION__: JSON.stringify(version) },
  // Prompts, spellings of names and workbooks are loaded only where somebody asks for them.
  external: ['inquirer', 'pinyin-pro', 'hucre'],
  legalComments: 'none',
  logLevel: 'warning',
};

rmSync(`${root}/dist`, { recursive: true, force: true });
// For those who build on it: a module like any other.
await build({
  ...common,
  entryPoints: { index: 'src/index.ts' },
  format: 'esm',
  // Bundled CommonJS packages ask for Node's own modules through require.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});

// The command line: a script that V8 need not compile anew, and a few lines that start it.
await build({ ...common, entryPoints: { 'cli/main': 'src/cli/main.ts' }, format: 'esm' });
const { outputFiles } = await build({
  ...common,
  entryPoints: { 'cli/program': 'src/cli/run.ts' },
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  define: { ...common.define, 'import.meta.url': '__url' },
  banner: {
    js: "(function (exports, require, module, __filename, __dirname, __load) { const __url = require('node:url').pathToFileURL(__filename).href;",
  },
  footer: { js: '})' },
  write: false,
});
for (const { path, text } of outputFiles) {
  const script = text.replaceAll(/\bimport\((?="(?:inquirer|pinyin-pro|hucre)[/"])/gu, '__load(');
  if (/\bimport\(/u.test(script)) throw new Error(`${path} would import what it has no loader for`);
  writeFileSync(path, script);
}

// The thread that reads ahead loads nothing but what it needs.
await build({ ...common, entryPoints: { readahead: 'src/book/readahead.ts' }, minify: true, format: 'esm' });

const keeper = `${root}/dist/codecache.mjs`;
await build({
  ...common,
  entryPoints: { codecache: 'scripts/codecache.mjs' },
  outExtension: { '.js': '.mjs' },
  format: 'esm',
});
try {
  const work = `import { keepCodeCache } from ${JSON.stringify(pathToFileURL(keeper).href)}; await keepCodeCache(${JSON.stringify(root)})`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', work], { stdio: 'pipe' });
} finally {
  rmSync(keeper);
}

// tsc ships beside the build tools; a package that is only installed has dist/ already and never comes here.
const tsc = createRequire(import.meta.url)
  .resolve('typescript/package.json')
  .replace(/package\.json$/, 'bin/tsc');
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
