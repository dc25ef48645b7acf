// Checks that every package in package-lock.json comes from the npm registry and has a hash, and that no package runs a
// script when it is installed. `npm run check` runs it; `npm run audit:signatures` also asks the registry for signatures.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import semver from 'semver';

const REGISTRY = 'https://registry.npmjs.org/';

/** One line for each fault in a lock file and its package.json; empty if there is none. */
export function lockFaults(lock, manifest) {
  const { '': project, ...packages } = lock.packages ?? {};
  if (lock.lockfileVersion !== 3 || !project) return ['package-lock.json is not a lock file of version 3'];
  const allowed = Object.keys(manifest.allowScripts ?? {});
  const faults = [
    ...[project, manifest].flatMap((one) => foreign('package.json', one)),
    ...Object.values(manifest.overrides ?? {}).flatMap((one) => foreignIn('package.json', 'overrides', one)),
    ...Object.entries(packages).flatMap(([path, entry]) => [
      ...foreign(path, entry),
      ...entryFaults(path, entry, allowed),
    ]),
  ];
  return [...new Set(faults)];
}

function entryFaults(path, { version, integrity, resolved, link, inBundle, hasInstallScript, name }, allowed) {
  const named = name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const faults = [
    [link || !path.startsWith('node_modules/'), 'is a folder, not a package of the registry'],
    [inBundle, 'comes inside another package, so it has no hash of its own'],
    [!semver.valid(version), `has the version ${version}`],
    [!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''), 'has no SHA-512 hash (integrity)'],
    // Without an address, npm asks the registry for the package of this name.
    [resolved !== undefined && !isOf(named, resolved), `is downloaded from ${resolved}`],
    [hasInstallScript && !allowed.includes(named), 'has an install script: decide in allowScripts of package.json'],
  ];
  return faults.flatMap(([isFault, text]) => (isFault ? [`${path} ${text}`] : []));
}

const isOf = (name, address) =>
  address.startsWith(`${REGISTRY}${name}/-/`) && !/[?#%\\]|\.\./.test(address) && address.endsWith('.tgz');

const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/** The dependencies that are not versions in the registry: git, URLs, files, folders, GitHub. */
const foreign = (path, entry) => KINDS.flatMap((kind) => foreignIn(path, kind, entry[kind] ?? {}));

function foreignIn(path, kind, wanted) {
  if (typeof wanted === 'string') return isVersion(wanted) ? [] : [`${path} has ${wanted} in ${kind}`];
  return Object.entries(wanted).flatMap(([name, range]) => {
    if (typeof range === 'object') return foreignIn(path, kind, range);
    return isVersion(range) ? [] : [`${path} has ${name}@${range} in ${kind}`];
  });
}

/** A range of versions, a tag such as `latest`, `$name` in overrides, or a package under another name. */
const isVersion = (range) =>
  semver.validRange(range) !== null ||
  /^\$?[\w@][\w.-]*$/.test(range) ||
  /^npm:(@[\w.-]+\/)?[\w.-]+(@[^/:]+)?$/.test(range);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
  const faults = lockFaults(json('package-lock.json'), json('package.json'));
  process.stderr.write(faults.map((fault) => `${fault}\n`).join(''));
  process.exitCode = faults.length > 0 ? 1 : 0;
}
