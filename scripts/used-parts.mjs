// esbuild plugins that leave unused parts of libraries out of the bundles.

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
