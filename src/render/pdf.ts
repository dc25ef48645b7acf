import type { Format } from './formats.ts';

/** The same page, printed by the browser: A4, tagged, with an outline; then finished as a document. */
export const pdf: Format = {
  extension: 'pdf',
  needsBrowser: true,
  render: async ({ publication, page, browser, signal }) => {
    const running = await browser();
    // Loaded while the browser prints.
    const [printed, version, { finishPdf }] = await Promise.all([
      running.printPdf(page, { title: publication.view.title, signal }),
      running.version(),
      import('./pdf-document/finish.ts'),
    ]);
    return finishPdf(printed, publication, version);
  },
};
