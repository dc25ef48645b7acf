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
