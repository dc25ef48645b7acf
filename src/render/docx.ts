import type { Format, RenderInput } from './format.ts';
import { checkBlocks } from './readback/check-page.ts';

/** A Word document, for offices that edit in Word or WPS. Its code is loaded only when needed. */
export const docx: Format = {
  extension: 'docx',
  needsBrowser: false,
  needsPage: false,
  render: async (input) => (await load()).docxOf(input.publication, await chartPictures(input)),
  readBack: async (content, { publication }) => checkBlocks((await load()).readDocx(content), publication.view),
};

/** WPS cannot draw SVG, so the browser makes pictures of the charts, if there are any. */
async function chartPictures({ publication, browser, signal }: RenderInput) {
  const { view, receipt } = publication;
  if (view.charts.length === 0) return {};
  const { picturesOf } = await import('./chart-pictures.ts');
  const own = await browser();
  const pictures = await picturesOf(view.charts, own, { signal, systemFonts: receipt.systemFonts });
  return { pictures, browser: await own.version() };
}

const load = () => import('./docx-document/document.ts');
