// Collects the licences of the packages in the bundles. `bundle` makes every bundle and records its packages and their sizes.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build } from 'esbuild';

/** Maps the folder of a package to its files that are in a bundle. */
export const bundled = new Map();

/** The bytes of each package in each bundle: `{ bundle, folder, bytes }`; the project's own code has no folder. */
export const sizes = [];

/** Calls esbuild's `build` and records the packages in the bundle. */
export async function bundle(options) {
  const result = await build({ ...options, metafile: true });
  for (const [output, { inputs }] of Object.entries(result.metafile.outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const [, folder] = /^(.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(resolve(file)) ?? [];
      if (bytesInOutput > 0) sizes.push({ bundle: relative('', output), folder, bytes: bytesInOutput });
      if (folder && bytesInOutput > 0) bundled.set(folder, (bundled.get(folder) ?? new Set()).add(resolve(file)));
    }
  }
  return result;
}

const INTRODUCTION = `The files in dist/ contain code of the packages below. Licence comments that stood in their code are in the
*.LEGAL.txt beside each file. What is installed as a package of its own (the browser, the fonts, harfbuzzjs)
carries its licence itself.
`;

/** Returns the text of dist/THIRD-PARTY-NOTICES.txt. Throws if a package has no licence text. */
export function notices(root, packages = bundled) {
  /** Maps a licence text to the names of the packages with it. */
  const texts = new Map();
  for (const { name, text } of [...packages].flatMap(([folder, files]) => noticesOf(root, folder, files))) {
    texts.set(text, (texts.get(text) ?? new Set()).add(name));
  }
  const parts = [...texts].map(([text, names]) => `${'='.repeat(80)}\n${[...names].sort().join('\n')}\n\n${text}\n`);
  return [INTRODUCTION, ...parts.sort()].join('\n');
}

/** The notices of one package, and of packages copied into its files, such as rxjs in puppeteer-core. */
function noticesOf(root, folder, files) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const shipped = [...licencesIn(folder), ...added(root, name)];
  // The text of Apache-2.0 names nobody, so the project's own copy serves for all packages.
  if (shipped.length === 0 && license === 'Apache-2.0') shipped.push(readFileSync(join(root, 'LICENSE'), 'utf8'));
  if (shipped.length === 0) throw missing(`${name} ${version}`, name);
  const own = { name: `${name} ${version} (${license})`, text: tidy(shipped.join('\n\n')) };
  return [own, ...[...files].flatMap((file) => copiedInto(root, folder, file, `${name} ${version}`))];
}

/** The names of packages copied into some code, by the comments with their paths, which bundlers write before the code. */
export const copiesIn = (code) => [
  ...new Set([...code.matchAll(/\/\/ .*\bnode_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g)].map(([, name]) => name)),
];

function copiedInto(root, folder, file, holder) {
  const code = readFileSync(file, 'utf8');
  return copiesIn(code).map((name) => {
    const installed = [folder, root].map((one) => join(one, 'node_modules', name)).find((one) => existsSync(one));
    const texts = [...(installed ? licencesIn(installed) : []), ...added(root, name), ...licenceAtTheTop(code)];
    if (texts.length === 0) throw missing(`${name}, copied into ${holder},`, name);
    return { name: `${name}, in ${holder}`, text: tidy(texts[0]) };
  });
}

/** The licence files in a package: its own and those of copied packages. */
function licencesIn(folder) {
  return ['.', 'licenses', 'wasm'].flatMap((place) => {
    if (!existsSync(join(folder, place))) return [];
    const entries = readdirSync(join(folder, place), { withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && /^(licen[cs]e|copying|notice)/i.test(entry.name));
    return files.map(({ name }) => readFileSync(join(folder, place, name), 'utf8'));
  });
}

/** The licence text that a package should contain but does not; it is in scripts/licences/. */
function added(root, name) {
  const file = join(root, `scripts/licences/${name.replace('/', '-')}.txt`);
  return existsSync(file) ? [readFileSync(file, 'utf8')] : [];
}

function licenceAtTheTop(code) {
  const [, comment = ''] = /^\/\*\*([\s\S]*?)\*\//.exec(code) ?? [];
  return /permission is hereby granted|apache license/i.test(comment) ? [comment] : [];
}

const tidy = (text) => text.replace(/[ \t\r]+$/gm, '').replace(/^\n+|\s+$/g, '');

const missing = (what, name) =>
  new Error(`${what} is bundled and has no licence text: put one into scripts/licences/${name.replace('/', '-')}.txt`);
