// The software bill of materials (CycloneDX): what ships and what it stands on, from the lock file and nothing else, so
// that the same lock file gives the same bytes. `npm sbom --omit dev` is not used: of npm 11 it forgets what a
// development tool needs as well. `node scripts/sbom.mjs` writes sbom.cdx.json; with --check it says whether it would.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = `${root}sbom.cdx.json`;

/** Where `name` is found from a package at `from`, as Node looks for it: inside it, then beside it, then further up. */
function found(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const key = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (packages[key] !== undefined) return key;
    if (at === '') return null;
  }
}

/** Every package that is installed with ours, by its place in the lock file, with the places of what it needs. */
export function production({ packages }) {
  const needs = new Map();
  const visit = (key) => {
    if (needs.has(key)) return;
    const {
      dependencies = {},
      optionalDependencies = {},
      peerDependencies = {},
      peerDependenciesMeta = {},
    } = packages[key];
    const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true);
    const names = [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers];
    const keys = names.map((name) => found(packages, key, name)).filter((one) => one !== null);
    needs.set(key, keys);
    for (const one of keys) visit(one);
  };
  visit('');
  return needs;
}

const nameOf = (key) => key.slice(key.lastIndexOf('node_modules/') + 'node_modules/'.length);

export function bill(lock) {
  const needs = production(lock);
  const refOf = (key) => {
    const { name = nameOf(key), version } = lock.packages[key];
    return `${name}@${version}`;
  };
  const purlOf = (key) => `pkg:npm/${refOf(key).replace(/^@/, '%40')}`;
  const licences = (license = 'NOASSERTION') =>
    /^[\w.-]+$/.test(license) ? [{ license: { id: license } }] : [{ expression: license }];
  const keys = [...needs.keys()].filter((key) => key !== '').sort((a, b) => (refOf(a) < refOf(b) ? -1 : 1));
  const components = keys.map((key) => {
    const { version, license, integrity } = lock.packages[key];
    const [algorithm, digest] = integrity.split('-');
    return {
      'bom-ref': refOf(key),
      type: 'library',
      name: nameOf(key),
      version,
      scope: 'required',
      hashes: [{ alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }],
      licenses: licences(license),
      purl: purlOf(key),
    };
  });
  const dependencies = ['', ...keys].map((key) => ({ ref: refOf(key), dependsOn: needs.get(key).map(refOf).sort() }));
  const own = lock.packages[''];
  const digest = createHash('sha256')
    .update(JSON.stringify([components, dependencies]))
    .digest('hex');
  // A UUID of version 8: its bits are those of the contents.
  const uuid = digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: `urn:uuid:${uuid}`,
    version: 1,
    metadata: {
      component: {
        'bom-ref': refOf(''),
        type: 'application',
        name: own.name,
        version: own.version,
        licenses: licences(own.license),
        purl: purlOf(''),
      },
    },
    components,
    dependencies,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const made = bill(JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')));
  const text = `${JSON.stringify(made, null, 2)}\n`;
  if (process.argv.includes('--check')) {
    const same = readFileSync(file, 'utf8') === text;
    console.log(same ? 'sbom.cdx.json is that of the lock file' : 'sbom.cdx.json is out of date: npm run sbom');
    process.exitCode = same ? 0 : 1;
  } else {
    writeFileSync(file, text);
    console.log(`sbom.cdx.json: ${made.components.length} components`);
  }
}
