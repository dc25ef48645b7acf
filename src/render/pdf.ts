import type { Format } from './formats.ts';

/** The same page, printed by the browser: A4, tagged, with an outline. */
export const pdf: Format = {
  extension: 'pdf',
  needsBrowser: true,
  needsPage: true,
  render: async ({ publication, page, browser, signal }) => {
    const running = await browser();
    return running.printPdf(page, { title: publication.view.title, signal });
  },
};
