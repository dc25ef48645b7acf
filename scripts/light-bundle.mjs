// The light commands as one script whose compiled code can be kept between runs, and what loads it: src/cli/start/.
import { createHash } from 'node:crypto';
import { promises, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

/** What every bundle is built with. */
export const COMMON = {
  bundle: true,
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  platform: 'node',
  target: 'node20.19',
  metafile: true,
};

/** What no light command may load. */
export const HEAVY =
  /node_modules\/(puppeteer-core|handlebars|markdown-it|harfbuzzjs|htmlparser2|@cantoo\/pdf-lib|pdfjs-dist)\//;

const URL_OF_BUNDLE = "urlOfBundle = require('node:url').pathToFileURL(__filename).href";

/** Builds light.cjs and start.cjs, which knows the other's hash. */
export async function lightBundle(root, dist) {
  const outfile = join(dist, 'light.cjs');
  const { metafile } = await build({
    ...COMMON,
    entryPoints: [join(root, 'src/cli/light.ts')],
    outfile,
    format: 'cjs',
    plugins: [lightCommandsOnly(root), noSubprograms, promisesWhenUsed],
    define: { 'import.meta.url': 'urlOfBundle' },
    // A script that is compiled by hand: a function which is called with what a CommonJS module would find.
    banner: { js: `(function (require, __filename) { const module = {}, ${URL_OF_BUNDLE};` },
    footer: { js: 'return module.exports; })' },
  });
  guard(Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint));
  const code = ascii(readFileSync(outfile, 'utf8'));
  writeFileSync(outfile, code);
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 16);
  await build({
    ...COMMON,
    entryPoints: [join(root, 'src/cli/start/start.ts')],
    outfile: join(dist, 'start.cjs'),
    format: 'cjs',
    define: { 'import.meta.url': 'urlOfBundle', LIGHT_HASH: JSON.stringify(hash) },
    banner: { js: `const ${URL_OF_BUNDLE};` },
  });
}

/** esbuild leaves characters in regular expressions as they are; a script in ASCII is read and kept in half the space. */
const ascii = (code) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII.
  code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Leaves out the commands that light-commands.json does not name; bin/report.js runs those from the other bundle. */
const lightCommandsOnly = (root) => ({
  name: 'light-commands-only',
  setup(context) {
    const light = JSON.parse(readFileSync(join(root, 'src/cli/start/light-commands.json'), 'utf8'));
    context.onResolve({ filter: /^\.\/commands\// }, ({ path }) =>
      light.includes(basename(path, '.ts')) ? undefined : { path, namespace: 'left-out' },
    );
    context.onLoad({ filter: /./, namespace: 'left-out' }, ({ path }) => ({
      contents: `throw new Error(${JSON.stringify(`${path} is not in the light bundle`)});`,
    }));
  },
});

/** commander can start other programs as subcommands; we have none, and loading what starts them takes time. */
const noSubprograms = {
  name: 'no-subprograms',
  setup(context) {
    context.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /node_modules[\\/]commander[\\/]/.test(importer) ? { path: 'none', namespace: 'no-subprograms' } : undefined,
    );
    context.onLoad({ filter: /./, namespace: 'no-subprograms' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Node loads node:fs/promises when it is first used, not when a file is that might use it. */
const promisesWhenUsed = {
  name: 'promises-when-used',
  setup(context) {
    const names = Object.keys(promises).filter((name) => typeof promises[name] === 'function');
    const exports = names.map((name) => `export const ${name} = (...args) => fs.promises.${name}(...args);`);
    context.onResolve({ filter: /^node:fs\/promises$/ }, () => ({ path: 'promises', namespace: 'when-used' }));
    context.onLoad({ filter: /./, namespace: 'when-used' }, () => ({
      contents: `import fs from 'node:fs';\n${exports.join('\n')}`,
    }));
  },
};

function guard({ inputs, imports }) {
  const heavy = Object.keys(inputs).find(
    (name) => HEAVY.test(name) || /(^|\/)src\/(browser|fonts|render|view)\//.test(name),
  );
  if (heavy) throw new Error(`${heavy} is in the light bundle`);
  const foreign = imports.find(({ path }) => !isBuiltin(path));
  if (foreign) throw new Error(`the light bundle loads ${foreign.path}: a script can't`);
}
