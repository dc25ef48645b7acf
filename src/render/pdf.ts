import { timed } from '../diagnostics/timings.ts';
import type { Format } from './format.ts';
import { printReport } from './paper/print-report.ts';
import { checkPdf } from './readback/check-pdf.ts';

/** The same page, checked and printed by the browser as a tagged A4 PDF with an outline, then completed. */
export const pdf: Format = {
  extension: 'pdf',
  needsBrowser: true,
  needsPage: true,
  render: async (input) => {
    const running = await input.browser();
    // The code that completes the PDF is loaded while the browser prints.
    const [printed, version, { finishPdf }] = await Promise.all([
      printReport(input),
      running.version(),
      import('./pdf-document/finish.ts'),
    ]);
    return timed('finish', () => finishPdf(printed, input.publication, version));
  },
  readBack: async (content, { page }, read) => checkPdf(await read(content), page),
};
