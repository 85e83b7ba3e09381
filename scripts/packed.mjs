// Packs the package, installs it where nothing of this repository is near, and uses it there: the program by npx and
// from a global install, the library with its types, in folders with blanks and Chinese names.
//
//     node scripts/packed.mjs                     with the Node that runs this
//     node scripts/packed.mjs NODE…               with other ones too: paths of node programs
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version, dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const nodes = [process.execPath, ...process.argv.slice(2)];
const home = mkdtempSync(path.join(tmpdir(), 'taizhang 打包 '));
const env = { ...process.env, NODE_OPTIONS: '', NODE_PATH: '', npm_config_audit: 'false', npm_config_fund: 'false' };
// What npm itself was started with must not leak into the npm that installs.
for (const name of Object.keys(env)) if (/^npm_(?:package|lifecycle|command|execpath)/.test(name)) delete env[name];

let failed = 0;

function run(what, command, args, { cwd = home, status = 0, shows = /(?:)/, path: first = null } = {}) {
  const PATH = first === null ? env.PATH : `${path.dirname(first)}${path.delimiter}${env.PATH}`;
  const ran = spawnSync(command, args, {
    cwd,
    env: { ...env, PATH },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const good = ran.status === status && shows.test(ran.stdout);
  console.log(`${good ? 'ok  ' : 'FAIL'} ${what}`);
  if (!good) {
    failed++;
    console.log(
      `     status ${ran.status}, expected ${status}\n${ran.stdout.slice(0, 2000)}\n${ran.stderr.slice(0, 2000)}`,
    );
  }
  return ran;
}

function install(...args) {
  execFileSync('npm', ['install', '--prefer-offline', '--ignore-scripts', '--silent', ...args], {
    env,
    cwd: home,
    stdio: 'inherit',
  });
}

try {
  execFileSync('npm', ['pack', '--silent', '--pack-destination', home], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const tarball = path.join(
    home,
    readdirSync(home).find((name) => name.endsWith('.tgz')),
  );

  const folder = path.join(home, '空 folder');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'package.json'), '{"name":"consumer","private":true,"type":"module"}\n');
  install('--prefix', folder, tarball);
  const everywhere = path.join(home, 'global 全局');
  install('--global', '--prefix', everywhere, tarball);

  const placed = path.join(folder, 'node_modules/taizhang');
  for (const file of [
    'sbom.cdx.json',
    'LICENSE',
    'README.md',
    'bin/taizhang.js',
    'dist/index.js',
    'dist/cli/program.cjs',
    'data/shizhu/taizhang.yaml',
  ]) {
    if (existsSync(path.join(placed, file))) continue;
    failed++;
    console.log(`FAIL ${file} is not in the package`);
  }
  for (const stranger of ['src', 'test', 'scripts', 'bench', 'node_modules']) {
    if (!existsSync(path.join(placed, stranger))) continue;
    failed++;
    console.log(`FAIL ${stranger} is in the package`);
  }
  const { components } = JSON.parse(readFileSync(path.join(placed, 'sbom.cdx.json'), 'utf8'));
  const listed = new Set(components.map(({ name }) => name));
  const there = readdirSync(path.join(folder, 'node_modules'), { withFileTypes: true })
    .flatMap(({ name }) =>
      name.startsWith('@')
        ? readdirSync(path.join(folder, 'node_modules', name)).map((one) => `${name}/${one}`)
        : [name],
    )
    .filter((name) => !name.startsWith('.') && name !== 'taizhang');
  const unlisted = there.filter((name) => !listed.has(name));
  console.log(
    `${unlisted.length === 0 ? 'ok  ' : 'FAIL'} what is installed with it is in its bill of materials (${there.length} packages)`,
  );
  if (unlisted.length > 0) failed++;

  // Types, as a strict program with nothing else installed sees them.
  writeFileSync(
    path.join(folder, 'use.ts'),
    `import { check, diagnostics, formatDay, loadBook, reconcile, type Book } from 'taizhang';
const opened = loadBook(process.argv[2] ?? '');
const book: Book = opened.book;
const checked = check(opened);
const title: string | null = book.settings.title;
const day: string | null = checked.day === null ? null : formatDay(checked.day);
console.log(JSON.stringify({ title, day, found: diagnostics(checked, 'zh').length, lines: reconcile({ ...checked, book } as never)?.lines.length ?? 0 }));
declare const process: { argv: string[] };
declare const console: { log(text: string): void };
`,
  );
  const tsc = createRequire(import.meta.url)
    .resolve('typescript/package.json')
    .replace(/package\.json$/, 'bin/tsc');
  const flags = [
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--lib',
    'es2023',
    '--types',
    '',
    '--skipLibCheck',
    'false',
  ];
  run('the library compiles under strict, its types checked too', process.execPath, [tsc, ...flags, 'use.ts'], {
    cwd: folder,
  });

  for (const [at, node] of nodes.entries()) {
    const name = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
    console.log(`\nNode ${name}`);
    const here = { cwd: folder, path: node };
    const local = [path.join(placed, 'bin/taizhang.js')];
    const demo = `样例 ${at}`;
    run('npx taizhang --version', 'npx', ['--no-install', 'taizhang', '--version'], {
      ...here,
      shows: new RegExp(`^${version}\n$`),
    });
    run('--help', node, [...local, '--help', '--lang', 'en'], { ...here, shows: /nightly/ });
    run('init', node, [...local, 'init', `新账 ${at}`], { ...here, shows: /taizhang\.yaml/ });
    run('check of a new book', node, [...local, 'check', '-C', `新账 ${at}`], here);
    run('demo', node, [...local, 'demo', demo], { ...here, shows: /nightly/ });
    run('nightly', node, [...local, 'nightly', '-C', demo, '--lang', 'zh'], { ...here, shows: /截至/ });
    run('report daily as Markdown', node, [...local, 'report', 'daily', '-C', demo, '--format', 'markdown'], {
      ...here,
      shows: /\|/,
    });
    run('org as a picture', node, [...local, 'org', '-C', demo, '--format', 'svg'], { ...here, shows: /<svg/ });
    const out = [
      'out',
      '--item',
      '防护服',
      '--qty',
      '1箱',
      '--from',
      'D1',
      '--to',
      'S001',
      '--by',
      'P050',
      '--yes',
      '-C',
      demo,
    ];
    run('out', node, [...local, ...out], { ...here, shows: /CK/ });
    run('undo', node, [...local, 'undo', '--yes', '-C', demo], here);
    run(
      'import',
      node,
      [
        ...local,
        'import',
        path.join(demo, 'stock', readdirSync(path.join(folder, demo, 'stock'))[0]),
        '--as',
        'stock',
        '--dry-run',
        '-C',
        `新账 ${at}`,
      ],
      { ...here, status: 1 },
    );
    const [major = 0, minor = 0] = name.slice(1).split('.').map(Number);
    const old = major === 20 && minor < 17;
    if (old) console.log('     no questions below Node 20.17: options do');
    else
      run(
        'the prompts can be loaded',
        node,
        [
          '--input-type=module',
          '-e',
          "const { createPromptModule } = await import('inquirer'); const { pinyin } = await import('pinyin-pro'); console.log(typeof createPromptModule(), pinyin('台账', { toneType: 'none' }))",
        ],
        { ...here, shows: /function tai zhang/ },
      );
    run('the library runs', node, ['use.js', demo], { ...here, shows: /"found":\d+/ });
    const global = path.join(everywhere, process.platform === 'win32' ? 'taizhang.cmd' : 'bin/taizhang');
    run('from a global install, elsewhere', global, ['check', '-C', path.join(folder, demo)], {
      path: node,
      shows: /2022/,
    });
  }
  console.log(
    `\n${Object.keys(dependencies).length} dependencies of its own; ${failed === 0 ? 'all good' : `${failed} failed`}`,
  );
} finally {
  rmSync(home, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;
