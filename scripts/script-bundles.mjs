// Bundles the light commands and all commands as one script each, so that their compiled code can be kept between runs,
// and the loader of both, src/cli/start/.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { bundle } from './notices.mjs';
import { usedPartsOfPdfLib, usedPartsOfPuppeteer, yamlWhenUsed } from './used-parts.mjs';

/** The options of every bundle. */
export const COMMON = {
  bundle: true,
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  platform: 'node',
  target: 'node20.19',
};

/** Packages that no light command may load. */
export const HEAVY =
  /node_modules\/(puppeteer-core|docx|echarts|zrender|handlebars|markdown-it|harfbuzzjs|htmlparser2|parse5|@csstools|@cantoo\/pdf-lib|pdfjs-dist|mammoth|word-extractor|hucre\/dist\/(?!csv|_date)|fflate|postal-mime)\//;

const URL_OF_BUNDLE = "urlOfBundle = require('node:url').pathToFileURL(__filename).href";

/** Packages with data files. They are not bundled but loaded at run time. */
export const EXTERNAL = [
  'harfbuzzjs',
  '@sparticuz/chromium',
  '@expo-google-fonts/*',
  '@fontsource/*',
  'bullmq',
  'ioredis',
];

/** Builds light.cjs with these commands, whole.cjs, and their loaders start.cjs and thread.cjs, which have both hashes. */
export async function scriptBundles(root, dist, lightCommands) {
  const light = await script(root, dist, 'light', [workOf(lightCommands)]);
  guard(light.output);
  const whole = await script(root, dist, 'whole', [usedPartsOfPdfLib, usedPartsOfPuppeteer]);
  const stray = Object.keys(whole.output.inputs).find((name) =>
    /node_modules\/(docx|echarts|parse5|@csstools|pdfjs-dist|mammoth|word-extractor|postal-mime|ws)\//.test(name),
  );
  if (stray) throw new Error(`${stray} is in the bundle of all commands`);
  for (const { module, file } of APART) {
    await bundle({
      ...COMMON,
      entryPoints: [join(root, module)],
      minify: true,
      outfile: join(dist, file),
      format: 'cjs',
      // ws would look for faster parts in other packages.
      define: { 'process.env.WS_NO_BUFFER_UTIL': '"1"', 'process.env.WS_NO_UTF_8_VALIDATE': '"1"' },
    });
  }
  for (const name of ['start', 'thread']) {
    await bundle({
      ...COMMON,
      entryPoints: [join(root, `src/cli/start/${name}.ts`)],
      outfile: join(dist, `${name}.cjs`),
      format: 'cjs',
      define: {
        'import.meta.url': 'urlOfBundle',
        HASHES: JSON.stringify({ light: light.hash, whole: whole.hash }),
        LIGHT: JSON.stringify(lightCommands),
      },
      banner: { js: `const ${URL_OF_BUNDLE};` },
    });
  }
}

/** Bundles src/cli/script.ts with its imports as dist/NAME.cjs. `plugins` decide which commands it contains. */
async function script(root, dist, name, plugins) {
  const outfile = join(dist, `${name}.cjs`);
  const { metafile } = await bundle({
    ...COMMON,
    entryPoints: [join(root, 'src/cli/script.ts')],
    outfile,
    format: 'cjs',
    plugins: [...plugins, yamlWhenUsed, noSubprograms, nodeWhenUsed, colorsAsTold, apartFromScript],
    external: EXTERNAL,
    // A script cannot use import(), so the bundle contains modules that are loaded later; they run when needed.
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'urlOfBundle' },
    // The script is a function. It gets the variables that a CommonJS module would have.
    banner: { js: `(function (require, __filename) { const module = {}, ${URL_OF_BUNDLE};` },
    footer: { js: 'return module.exports; })' },
  });
  const code = ascii(readFileSync(outfile, 'utf8'));
  writeFileSync(outfile, code);
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 16);
  return { hash, output: Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint) };
}

/** esbuild does not escape characters in regular expressions. A script in ASCII needs half the memory. */
const ascii = (code) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII.
  code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Leaves out the code that other commands load when they run; bin/report.js runs them from the other bundle. */
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

/** commander can run other programs as subcommands. This tool has none, and loading node:child_process takes time. */
const noSubprograms = {
  name: 'no-subprograms',
  setup(context) {
    context.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /node_modules[\\/]commander[\\/]/.test(importer) ? { path: 'none', namespace: 'no-subprograms' } : undefined,
    );
    context.onLoad({ filter: /./, namespace: 'no-subprograms' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Code that few runs need is in separate files, which are loaded when needed: Word documents, charts, workbooks, the check of own templates, a browser elsewhere. */
const APART = [
  { module: 'src/render/docx-document/document.ts', file: 'word.cjs', exports: 'docxOf, readDocx' },
  { module: 'src/render/workbook/workbook.ts', file: 'workbook.cjs', exports: 'readWorkbook, workbookOf' },
  { module: 'src/render/charts/draw.ts', file: 'charts.cjs', exports: 'draw, WIDTH' },
  { module: 'src/reporters/findings-workbook.ts', file: 'findings-workbook.cjs', exports: 'findingsWorkbook' },
  { module: 'src/render/safety/faults.ts', file: 'template-safety.cjs', exports: 'faultsIn' },
  { module: 'src/browser/remote/web-socket.ts', file: 'web-socket.cjs', exports: 'webSocket' },
];
/** Those that light commands load, and the packages of the queue. */
const LIGHT_TOO = ['./findings-workbook.cjs', 'bullmq', 'ioredis'];
const APART_PATH =
  /\/(?:docx-document\/document|workbook\/workbook|charts\/draw|safety\/faults|findings-workbook|web-socket)\.ts$/;
const apartAt = (path) => APART.find(({ module }) => module.endsWith(APART_PATH.exec(path)?.[0] ?? 'none'));

/** A script finds such a file in its own folder. */
const apartFromScript = {
  name: 'apart-from-script',
  setup(context) {
    context.onResolve({ filter: APART_PATH }, ({ path }) => ({ path: `./${apartAt(path).file}`, external: true }));
  },
};

/** An ES module finds it in dist/ of the package, because the module itself can be in any bundle. */
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
        import { packageFile } from ${JSON.stringify(pluginData.importer.replace(/([\\/]src[\\/]).*$/, '$1package/package-file.ts'))};
        export const { ${APART.find(({ file }) => file === path).exports} } =
          createRequire(import.meta.url)(fileURLToPath(packageFile('dist/${path}')));`,
      resolveDir: dirname(pluginData.importer),
      loader: 'js',
    }));
  },
};

/** Modules of Node that take a millisecond or more to load; many runs need none of them. */
const SLOW =
  /^node:(?:child_process|crypto|fs\/promises|https?|stream|stream\/promises|timers\/promises|worker_threads|zlib)$/;

/** Makes Node load its own slow modules at their first use instead of at their import. */
const nodeWhenUsed = {
  name: 'node-when-used',
  setup(context) {
    const namespace = 'node-when-used';
    context.onResolve({ filter: SLOW }, ({ path, importer }) =>
      importer === path ? { path, external: true } : { path, namespace },
    );
    context.onLoad({ filter: /./, namespace }, async ({ path }) => {
      const names = Object.keys(await import(path)).filter((name) => name !== 'default');
      const exports = names.map((name) => `get ${name}() { return require('${path}').${name}; },`);
      return { contents: `module.exports = { ${exports.join('\n')} };` };
    });
  },
};

/** picocolors asks by itself whether standard output is a terminal, which creates its stream. Every caller says what it wants. */
const colorsAsTold = {
  name: 'colors-as-told',
  setup(context) {
    context.onLoad({ filter: /[\\/]picocolors\.js$/ }, ({ path }) => {
      const asked = '(p.stdout || {}).isTTY';
      const code = readFileSync(path, 'utf8');
      if (!code.includes(asked)) throw new Error(`${path} does not ask for ${asked}`);
      return { contents: code.replace(asked, 'false') };
    });
  },
};

function guard({ inputs, imports }) {
  const heavy = Object.keys(inputs).find(
    (name) => HEAVY.test(name) || /(^|\/)src\/(browser|fonts|render|view)\//.test(name),
  );
  if (heavy) throw new Error(`${heavy} is in the light bundle`);
  const foreign = imports.find(({ path }) => !isBuiltin(path) && !LIGHT_TOO.includes(path));
  if (foreign) throw new Error(`the light bundle loads ${foreign.path}: a script can't`);
}
