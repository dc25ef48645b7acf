import type { Adapter } from '../adapter.ts';
import { startsWith } from './office/archive.ts';
import { readable } from './office/readable.ts';
import { tooLarge } from './office/refusals.ts';
import { rtfBlocks } from './rtf/rtf-blocks.ts';

const MAX_BYTES = 200 * 1024 * 1024;

/** Rich Text Format, which old programs also save as `.doc`. */
export const rtf: Adapter = {
  name: 'rtf',
  endings: ['rtf'],
  recognizes: ({ bytes }) => startsWith(bytes, [...Buffer.from('{\\rt')]),
  read: async ({ bytes }) => {
    if (bytes.length > MAX_BYTES) throw tooLarge();
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const { blocks, pictures } = rtfBlocks(text);
    return readable({ blocks, properties: {} }, pictures);
  },
};
