import { parseCsv } from 'hucre';
import type { Adapter } from '../adapter.ts';
import { markedEncoding } from './byte-order-mark.ts';
import { tooLarge } from './container/refusals.ts';
import { documentOf } from './sheets/workbook.ts';

/** Of the file: a table of 300 cells takes a few thousand. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Tables as text, with commas, semicolons or tabs. Only the name tells them from other texts. */
export const csv: Adapter = {
  name: 'csv',
  endings: ['csv', 'tsv'],
  recognizes: ({ name, bytes }) => /\.(csv|tsv)$/iu.test(name) && isText(bytes),
  read: async ({ name, bytes }) => {
    if (bytes.length > MOST_BYTES) throw tooLarge();
    const text = decoded(bytes);
    const rows = parseCsv(text, { delimiter: delimiterOf(text), typeInference: false, skipEmptyRows: false });
    return documentOf({ sheets: [{ name: name.replace(/^.*[\\/]|\.[^.]*$/gu, ''), rows }] });
  },
};

const DELIMITERS = [',', ';', '\t'];

/** Excel writes `sep=;` on the first line. Otherwise it is the sign that the most lines have; prose above a table has none. */
function delimiterOf(text: string): string {
  const named = /^sep=(.)/iu.exec(text)?.[1];
  if (named !== undefined) return named;
  const lines = text.split(/\r?\n/u);
  const counts = DELIMITERS.map((sign) => lines.filter((line) => line.includes(sign)).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

const isText = (bytes: Uint8Array): boolean =>
  markedEncoding(bytes) !== 'utf-8' || !bytes.subarray(0, 4096).includes(0);

/** Text in UTF-8 or UTF-16, otherwise in GB18030, as Excel in China writes it. */
function decoded(bytes: Uint8Array): string {
  const encoding = markedEncoding(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
