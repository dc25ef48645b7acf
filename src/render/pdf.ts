import type { Format } from './formats.ts';

/** The same page, printed by the browser: A4, tagged, with an outline; finished with attachments and metadata. */
export const pdf: Format = {
  extension: 'pdf',
  needsBrowser: true,
  render: async ({ publication, page, browser, signal }) => {
    const running = await browser();
    const printing = running.printPdf(page, { title: publication.view.title, signal });
    // What finishes the document is loaded while the browser prints.
    const [printed, version, { finishPdf }] = await Promise.all([
      printing,
      running.version(),
      import('./pdf-document/finish.ts'),
    ]);
    return finishPdf(printed, publication, version);
  },
};
