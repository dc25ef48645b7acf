// Runs before `npm pack`. pre-commit packs its clone of this project and installs the package globally, and a global
// install includes optional dependencies even with --omit. The hook only checks reports. So a package made in a clone of
// pre-commit, and only there, does not depend on the browser and the fonts, and does not contain the docs or the code
// that only builds files: Word documents, charts, Puppeteer.
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const environment = process.env.NODE_VIRTUAL_ENV;

// The Node environment of pre-commit is in its clone, in node_env-<version>.
if (environment && basename(environment).startsWith('node_env-') && sameFolder(dirname(environment), root)) {
  const file = join(root, 'package.json');
  const { optionalDependencies, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
  const files = [
    ...manifest.files,
    '!docs',
    ...['word.cjs*', 'workbook.cjs*', 'charts.cjs*', 'chunks/puppeteer-core-*'].map((name) => `!dist/${name}`),
  ];
  if (optionalDependencies) writeFileSync(file, `${JSON.stringify({ ...manifest, files }, null, 2)}\n`);
}

function sameFolder(one, other) {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}
