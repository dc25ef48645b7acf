// What the bundle leaves out of the libraries that it takes in.

/** pdf-lib doesn't say that its modules do nothing when they are loaded, so all of it would be bundled, forms and fonts too. */
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
 * Of Puppeteer, what speaks to a browser that is running: `src/browser/` starts and stops it. Its launcher, downloads,
 * WebDriver BiDi and web sockets are 2 MB of code that we never run.
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
