// The light commands, and all commands, each as one script whose compiled code can be kept between runs, and what loads them: src/cli/start/.
import { createHash } from 'node:crypto';
import { promises, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { bundle } from './notices.mjs';
import { usedPartsOfPdfLib, usedPartsOfPuppeteer } from './used-parts.mjs';

/** What every bundle is built with. */
export const COMMON = {
  bundle: true,
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  platform: 'node',
  target: 'node20.19',
};

/** What no light command may load. */
export const HEAVY =
  /node_modules\/(puppeteer-core|docx|echarts|zrender|handlebars|markdown-it|harfbuzzjs|htmlparser2|@cantoo\/pdf-lib|pdfjs-dist)\//;

const URL_OF_BUNDLE = "urlOfBundle = require('node:url').pathToFileURL(__filename).href";

/** What ships data or is inflated: found at run time, in no bundle. */
export const EXTERNAL = ['harfbuzzjs', '@sparticuz/chromium', '@expo-google-fonts/*', '@fontsource/*'];

/** Builds light.cjs with the commands of these names, whole.cjs, and start.cjs, which knows them and the others' hashes. */
export async function scriptBundles(root, dist, lightCommands) {
  const light = await script(root, dist, 'light', [workOf(lightCommands), promisesWhenUsed]);
  guard(light.output);
  const whole = await script(root, dist, 'whole', [usedPartsOfPdfLib, usedPartsOfPuppeteer]);
  const stray = Object.keys(whole.output.inputs).find((name) => /node_modules\/(docx|echarts)\//.test(name));
  if (stray) throw new Error(`${stray} is in the bundle of all commands`);
  for (const { module, file } of APART) {
    await bundle({
      ...COMMON,
      entryPoints: [join(root, module)],
      minify: true,
      outfile: join(dist, file),
      format: 'cjs',
    });
  }
  await bundle({
    ...COMMON,
    entryPoints: [join(root, 'src/cli/start/start.ts')],
    outfile: join(dist, 'start.cjs'),
    format: 'cjs',
    define: {
      'import.meta.url': 'urlOfBundle',
      HASHES: JSON.stringify({ light: light.hash, whole: whole.hash }),
      LIGHT: JSON.stringify(lightCommands),
    },
    banner: { js: `const ${URL_OF_BUNDLE};` },
  });
}

/** Bundles src/cli/script.ts, all that it needs and the commands that `plugins` leave in, as dist/NAME.cjs. */
async function script(root, dist, name, plugins) {
  const outfile = join(dist, `${name}.cjs`);
  const { metafile } = await bundle({
    ...COMMON,
    entryPoints: [join(root, 'src/cli/script.ts')],
    outfile,
    format: 'cjs',
    plugins: [...plugins, noSubprograms, apartFromScript],
    external: EXTERNAL,
    // A script can't import: what is loaded later stands in it too, and runs when it is asked for.
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'urlOfBundle' },
    // A script that is compiled by hand: a function which is called with what a CommonJS module would find.
    banner: { js: `(function (require, __filename) { const module = {}, ${URL_OF_BUNDLE};` },
    footer: { js: 'return module.exports; })' },
  });
  const code = ascii(readFileSync(outfile, 'utf8'));
  writeFileSync(outfile, code);
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 16);
  return { hash, output: Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint) };
}

/** esbuild leaves characters in regular expressions as they are; a script in ASCII is read and kept in half the space. */
const ascii = (code) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII.
  code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Leaves out what other commands load when they run; bin/report.js runs those from the other bundle. */
const workOf = (commands) => ({
  name: 'work-of',
  setup(context) {
    context.onResolve({ filter: /^\./ }, ({ path, importer, kind }) => {
      const command = /[\\/]cli[\\/]commands[\\/](.*)\.ts$/.exec(importer)?.[1];
      const isIn = kind !== 'dynamic-import' || command === undefined || commands.includes(command);
      return isIn ? undefined : { path, namespace: 'work-left-out' };
    });
    context.onLoad({ filter: /./, namespace: 'work-left-out' }, ({ path }) => ({
      contents: `throw new Error(${JSON.stringify(`${path} is not in this bundle`)});`,
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

/** What few builds need stands in files of their own, read when they are asked for: Word documents, charts. */
const APART = [
  { module: 'src/render/docx-document/document.ts', file: 'word.cjs', exports: 'docxOf, readDocx' },
  { module: 'src/render/charts/draw.ts', file: 'charts.cjs', exports: 'draw, WIDTH' },
];
const APART_PATH = /\/(?:docx-document\/document|charts\/draw)\.ts$/;
const apartAt = (path) => APART.find(({ module }) => module.endsWith(APART_PATH.exec(path)?.[0] ?? 'none'));

/** Such a file as a script finds it, beside itself. */
const apartFromScript = {
  name: 'apart-from-script',
  setup(context) {
    context.onResolve({ filter: APART_PATH }, ({ path }) => ({ path: `./${apartAt(path).file}`, external: true }));
  },
};

/** The same file for ES modules, wherever they are bundled to. */
export const apartFromModule = {
  name: 'apart-from-module',
  setup(context) {
    context.onResolve({ filter: APART_PATH }, ({ path, importer }) => ({
      path: apartAt(path).file,
      namespace: 'apart',
      pluginData: { importer },
    }));
    context.onLoad({ filter: /./, namespace: 'apart' }, ({ path, pluginData }) => ({
      contents: `
        import { createRequire } from 'node:module';
        import { fileURLToPath } from 'node:url';
        import { packageFile } from ${JSON.stringify(join(pluginData.importer, '../../package/package-file.ts'))};
        export const { ${APART.find(({ file }) => file === path).exports} } =
          createRequire(import.meta.url)(fileURLToPath(packageFile('dist/${path}')));`,
      resolveDir: dirname(pluginData.importer),
      loader: 'js',
    }));
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
