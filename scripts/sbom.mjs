// The software bill of materials of the package, dist/sbom.cdx.json, in CycloneDX 1.6 (https://cyclonedx.org). It lists the
// packages whose code is in the bundles and those that npm installs beside them. It has no date and no serial number, so the
// same build gives the same bytes.
import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { bundled, copiesIn } from './notices.mjs';

/** The document as an object. `packages` maps the folder of a bundled package to its files, as `bundled` does. */
export function sbom(root, packages = bundled) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { packages: locked } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const files = new Map([...packages].map(([folder, all]) => [pathOf(root, folder), all]));
  // `dev` marks what npm installs for developers only.
  const installed = Object.keys(locked).filter((path) => path !== '' && !locked[path].dev);
  const paths = [...new Set([...files.keys(), ...installed])].sort();
  const self = { name: manifest.name, version: manifest.version, license: manifest.license };
  const { dependencies, optionalDependencies, devDependencies } = manifest;
  const direct = { dependencies: { ...dependencies, ...optionalDependencies, ...devDependencies } };
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: { type: 'application', 'bom-ref': '.', ...identity(self) },
    },
    components: paths.map((path) => component(path, locked, files.get(path))),
    dependencies: [
      { ref: '.', dependsOn: needed('', direct, paths) },
      ...paths.map((path) => ({ ref: path, dependsOn: needed(path, locked[path], paths) })),
    ],
  };
}

/** The path of a package's folder in the lock file. node_modules can be a link to a folder elsewhere. */
const pathOf = (root, folder) => {
  const path = relative(root, folder).split(sep).join('/');
  return path.slice(path.search(/(?<=^|\/)node_modules\//));
};

function component(path, locked, files) {
  const entry = locked[path];
  for (const key of ['integrity', 'license'])
    if (!entry?.[key]) throw new Error(`${path} has no ${key} in package-lock.json`);
  const name = nameAt(path);
  const isOptional = !files && (entry.optional || entry.devOptional);
  const copies = [...new Set([...(files ?? [])].flatMap((file) => copiesIn(readFileSync(file, 'utf8'))))].sort();
  return {
    type: 'library',
    'bom-ref': path,
    ...identity({ ...entry, name }),
    scope: isOptional ? 'optional' : 'required',
    hashes: [hash(entry.integrity)],
    // https://github.com/CycloneDX/cyclonedx-property-taxonomy/blob/main/cdx/npm.md
    properties: [
      ...(files ? [{ name: 'cdx:npm:package:bundled', value: 'true' }] : []),
      { name: 'cdx:npm:package:path', value: path },
    ],
    // Packages copied into the code of others do not tell their version.
    ...(copies.length > 0 && {
      components: copies.map((copy) => ({
        type: 'library',
        'bom-ref': `${path}#${copy}`,
        name: copy,
        licenses: [{ license: { name: 'see THIRD-PARTY-NOTICES.txt' } }],
        purl: purl(copy),
      })),
    }),
  };
}

function identity({ name, version, license }) {
  const [scope, rest] = name.startsWith('@') ? name.split('/') : [undefined, name];
  return {
    ...(scope && { group: scope }),
    name: rest,
    version,
    licenses: [license.includes(' ') ? { expression: license } : { license: { id: license } }],
    purl: `${purl(name)}@${version}`,
  };
}

const purl = (name) => `pkg:npm/${name.replace('@', '%40')}`;

/** `sha512-` and base64, as in the lock file, as CycloneDX writes it. It is the hash of the package's tarball. */
function hash(integrity) {
  const [, algorithm, content] = /^sha(\d+)-(.+)$/.exec(integrity) ?? [];
  return { alg: `SHA-${algorithm}`, content: Buffer.from(content, 'base64').toString('hex') };
}

const nameAt = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/**
 * The places of the packages that the one at `path` needs, found as Node finds them, among `paths`. Optional peers too: a
 * bundle contains them if they are installed.
 */
function needed(path, { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta }, paths) {
  const all = { ...dependencies, ...optionalDependencies, ...peerDependencies, ...peerDependenciesMeta };
  return Object.keys(all)
    .flatMap((name) => placeOf(name, path, paths) ?? [])
    .sort();
}

function placeOf(name, from, paths) {
  const place = join(from, 'node_modules', name).split(sep).join('/');
  if (paths.includes(place)) return place;
  return from === '' || from === '.' ? undefined : placeOf(name, dirname(from), paths);
}
