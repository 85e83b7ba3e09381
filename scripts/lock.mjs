// Completes package-lock.json: a registry that does not carry the builds of other platforms makes `npm install` leave
// them out, and `npm ci` then refuses the file. They are never fetched where they do not fit; what is written for them
// is what their names say. Run it after every `npm install` that changes the lock file.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const platforms = [
  'linux',
  'darwin',
  'win32',
  'android',
  'freebsd',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
  'openharmony',
];

/** Builds that a package names and the lock file lacks, each with the entry it should have. */
export function missingBuilds(lock) {
  const missing = {};
  for (const [parent, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
    if (parent === '') continue;
    const names = Object.keys(optionalDependencies);
    const like = names.map((name) => lock.packages[`node_modules/${name}`]).find((entry) => entry !== undefined);
    for (const name of names) {
      const key = `node_modules/${name}`;
      if (like === undefined || lock.packages[key] !== undefined) continue;
      const words = name.split(/[/-]/u);
      const os = words.find((word) => platforms.includes(word));
      if (os === undefined) continue;
      const [cpu, ...rest] = words.slice(words.indexOf(os) + 1);
      const { license, engines, dev } = like;
      missing[key] = {
        version: optionalDependencies[name],
        cpu: [cpu],
        ...(dev ? { dev } : {}),
        ...(os === 'linux' ? { libc: [rest.includes('musl') ? 'musl' : 'glibc'] } : {}),
        ...(license ? { license } : {}),
        optional: true,
        os: [os],
        ...(engines ? { engines } : {}),
      };
    }
  }
  return missing;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingBuilds(lock);
  const { '': root, ...packages } = { ...lock.packages, ...missing };
  const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: { '': root, ...sorted } }, null, 2)}\n`);
  console.log(`package-lock.json: ${Object.keys(missing).length} builds of other platforms added`);
}
