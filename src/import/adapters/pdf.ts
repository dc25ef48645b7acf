import type { Adapter } from '../adapter.ts';
import { readPdfFile } from './pdf/read-pdf-file.ts';

/** PDFs with text. */
export const pdf: Adapter = {
  name: 'pdf',
  endings: ['pdf'],
  recognizes: ({ bytes }) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-'),
  read: ({ bytes }) => readPdfFile(bytes),
};
