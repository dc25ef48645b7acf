import type { Format, RenderInput } from './format.ts';
import { checkBlocks } from './readback/check-page.ts';

/** For the next office, which edits in Word or WPS. What makes it is loaded only when it is asked for. */
export const docx: Format = {
  extension: 'docx',
  needsBrowser: false,
  needsPage: false,
  render: async (input) => (await load()).docxOf(input.publication, await chartPictures(input)),
  readBack: async (content, { publication }) => checkBlocks((await load()).readDocx(content), publication.view),
};

/** WPS draws no SVG: the browser makes pictures of the charts, where there are any. */
async function chartPictures({ publication, browser, signal }: RenderInput) {
  const { view, receipt } = publication;
  if (view.charts.length === 0) return new Map();
  const { picturesOf } = await import('./chart-pictures.ts');
  return picturesOf(view.charts, await browser(), { signal, systemFonts: receipt.systemFonts });
}

const load = () => import('./docx-document/document.ts');
