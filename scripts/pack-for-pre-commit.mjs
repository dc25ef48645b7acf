// Runs before `npm pack`. pre-commit builds a package of its clone of this project and installs that globally, and a
// global install takes optional dependencies whatever --omit says. Its hook only checks reports, so that the package
// made there, and nowhere else, names neither browser nor fonts, and lacks the docs and what only makes files: Word
// documents, charts, the library that speaks to the browser.
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const environment = process.env.NODE_VIRTUAL_ENV;

// pre-commit's Node environment lies inside its clone, as node_env-<version>.
if (environment && basename(environment).startsWith('node_env-') && sameFolder(dirname(environment), root)) {
  const file = join(root, 'package.json');
  const { optionalDependencies, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
  const files = [
    ...manifest.files,
    '!docs',
    ...['word.cjs*', 'charts.cjs*', 'chunks/puppeteer-core-*'].map((name) => `!dist/${name}`),
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
