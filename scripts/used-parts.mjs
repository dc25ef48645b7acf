// esbuild plugins that leave unused parts of libraries out of the bundles, or run them when they are used.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** pdf-lib does not declare that its modules have no side effects. Without this, all of it would be bundled. */
export const usedPartsOfPdfLib = {
  name: 'used-parts-of-pdf-lib',
  setup(context) {
    context.onResolve({ filter: /./ }, async ({ path, importer, kind, resolveDir, pluginData }) => {
      if (pluginData === 'resolving') return undefined;
      if (path !== '@cantoo/pdf-lib' && !/@cantoo[\\/]pdf-lib[\\/]/.test(importer)) return undefined;
      const found = await context.resolve(path, { kind, importer, resolveDir, pluginData: 'resolving' });
      return { ...found, sideEffects: false };
    });
  },
};

const yaml = dirname(createRequire(import.meta.url).resolve('yaml'));
/** Modules of `yaml` that need few others. */
const SMALL = ['nodes/identity.js', 'nodes/Scalar.js', 'visit.js', 'errors.js', 'parse/line-counter.js'];

/** Runs a module of `yaml` when one of its names is used for the first time: most reports are read without its parser. */
export const yamlWhenUsed = {
  name: 'yaml-when-used',
  setup(context) {
    context.onResolve({ filter: /^yaml$/ }, ({ path }) => ({ path, namespace: 'yaml-when-used' }));
    context.onLoad({ filter: /./, namespace: 'yaml-when-used' }, async () => {
      const from = new Map([['index.js', await import('yaml')]]);
      for (const file of SMALL) from.set(file, await import(pathToFileURL(join(yaml, file)).href));
      const names = Object.keys(await import('yaml')).filter((name) => /^\w+$/.test(name) && name !== 'default');
      const fileOf = (name) => [...from.keys()].findLast((file) => name in from.get(file));
      const exports = names.map((name) => `get ${name}() { return require('./${fileOf(name)}').${name}; },`);
      return { contents: `module.exports = { ${exports.join('\n')} };`, resolveDir: yaml };
    });
  },
};

/**
 * Bundles only the part of Puppeteer that communicates with a running browser; `src/browser/` starts and stops it. The
 * launcher, downloads, WebDriver BiDi and web sockets are 2 MB of code that never runs.
 */
export const usedPartsOfPuppeteer = {
  name: 'used-parts-of-puppeteer',
  setup(context) {
    context.onResolve({ filter: /^puppeteer-core$/ }, ({ kind, resolveDir }) =>
      context.resolve('puppeteer-core/internal/puppeteer-core-browser.js', { kind, resolveDir }),
    );
    const names = /^(@puppeteer\/browsers|ws|(\.|\.\.\/bidi)\/bidi\.js)$/;
    context.onResolve({ filter: names }, ({ path, importer }) =>
      /puppeteer-core[\\/]/.test(importer) ? { path, namespace: 'left-out' } : undefined,
    );
    context.onLoad({ filter: /./, namespace: 'left-out' }, ({ path }) => ({
      contents: `throw new Error(${JSON.stringify(`${path} is not bundled`)});`,
    }));
  },
};

/**
 * When it is loaded, pdf.js loads a canvas for drawing, a native library, and Node's `fetch`, to add a method to its
 * responses. Reading needs neither, and they take as long as reading a report.
 */
export const usedPartsOfPdfjs = {
  name: 'used-parts-of-pdfjs',
  setup(context) {
    context.onLoad({ filter: /pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf(\.worker)?\.min\.mjs$/ }, ({ path }) => {
      const isWorker = path.endsWith('worker.min.mjs');
      const unused = isWorker ? [RESPONSE] : [RESPONSE, CANVAS];
      const contents = unused.reduce(
        (text, [part, instead]) => {
          if (text.split(part).length !== 2) throw new Error(`${path} no longer has ${part}`);
          return text.replace(part, instead);
        },
        readFileSync(path, 'utf8'),
      );
      return { contents, loader: 'js' };
    });
  },
};
const RESPONSE = ['"function"!=typeof Response.prototype.bytes&&', 'false&&'];
const CANVAS = ['t=e("@napi-rs/canvas")', 't=undefined'];
