import type { Adapter } from '../adapter.ts';
import { readPage } from './html/read-page.ts';
import { tooLarge } from './html/refusals.ts';
import { MOST_BYTES } from './html/tree.ts';
import { type MimePart, partsOf } from './mhtml/parts.ts';

/** Pages that a browser or Word saved as a single file: `multipart/related` with the page and its frames as parts. */
export const mhtml: Adapter = {
  name: 'mhtml',
  endings: ['mhtml', 'mht'],
  recognizes: ({ bytes }) => {
    const start = new TextDecoder('latin1').decode(bytes.subarray(0, 65_536)).trimStart();
    const headers = start.split(/\r?\n\r?\n/u, 1)[0] ?? '';
    return /^[\w-]+:/u.test(headers) && /^content-type:\s*(?:multipart\/|text\/html)/imu.test(headers);
  },
  read: async ({ bytes }) => {
    if (bytes.length > MOST_BYTES) throw tooLarge(`超过 ${MOST_BYTES / 1e6} MB`, `more than ${MOST_BYTES / 1e6} MB`);
    const pages = (await partsOf(bytes)).filter(({ type }) => /^(?:text\/html|application\/xhtml\+xml)$/u.test(type));
    const [first] = pages;
    if (!first) throw new Error('A saved page without a page');
    return readPage(first, (address, from) => partAt(address, from, pages));
  },
};

/** The part that an address in a page names: by content id or by location, which can be relative to that of the page. */
function partAt(address: string, from: MimePart, pages: readonly MimePart[]): MimePart | undefined {
  if (address.startsWith('cid:')) return pages.find(({ id }) => id === address.slice(4));
  const wanted = resolved(address, from.location);
  return pages.find(({ location }) => location !== undefined && resolved(location, from.location) === wanted);
}

function resolved(address: string, base = ''): string {
  try {
    return new URL(address, base || undefined).href;
  } catch {
    return address;
  }
}
