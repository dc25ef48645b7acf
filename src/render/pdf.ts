import type { Format } from './formats.ts';
import { printReport } from './paper/print-report.ts';

/** The same page, looked at and printed by the browser: A4, tagged, with an outline. */
export const pdf: Format = {
  extension: 'pdf',
  needsBrowser: true,
  render: printReport,
};
