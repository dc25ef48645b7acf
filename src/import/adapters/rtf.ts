import type { Adapter } from '../adapter.ts';
import { startsWith } from './container/zip.ts';
import { readable } from './office/readable.ts';
import { rtfBlocks } from './rtf/rtf-blocks.ts';

/** Rich Text Format, which old programs also save as `.doc`. */
export const rtf: Adapter = {
  name: 'rtf',
  endings: ['rtf'],
  recognizes: ({ bytes }) => startsWith(bytes, [...Buffer.from('{\\rt')]),
  read: async ({ bytes }) => {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const { blocks, pictures } = rtfBlocks(text);
    return readable({ blocks, properties: {} }, pictures);
  },
};
