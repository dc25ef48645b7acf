import { timed } from '../diagnostics/timings.ts';
import type { Format } from './format.ts';
import { printReport } from './paper/print-report.ts';
import type { PrintedPublication } from './publication.ts';
import { checkPdf } from './readback/check-pdf.ts';

/** The same page, checked and printed by the browser as a tagged A4 PDF with an outline, then completed. */
export const pdf: Format = {
  extension: 'pdf',
  needsBrowser: true,
  needsPage: true,
  render: async (input) => {
    const running = await input.browser();
    const [printed, version, { finishPdf, known }] = await Promise.all([
      printReport(input),
      running.version(),
      prepared(input.publication),
    ]);
    return timed('finish', () => finishPdf(printed, input.publication, version, known));
  },
  readBack: async (content, { page }, read) => checkPdf(await read(content), page),
};

/** What completes the PDF is loaded, and what is known is compressed, while the browser lays out the page. */
async function prepared(publication: PrintedPublication) {
  const { finishPdf, packed } = await import('./pdf-document/finish.ts');
  return { finishPdf, known: packed(publication) };
}
