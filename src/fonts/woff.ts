import { promisify } from 'node:util';
import { inflate as inflateWithCallback } from 'node:zlib';
import { viewOf } from './sfnt.ts';

const inflate = promisify(inflateWithCallback);

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/** Whether this is a WOFF file: a TrueType font in which each table is compressed. */
export function isWoff(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 4)) === 'wOFF';
}

/**
 * The TrueType font inside a WOFF file.
 *
 * This is done in memory each time: decompression runs outside the main thread while the browser starts,
 * and a cached copy would need the same protection as the cached browser.
 */
export async function unwrapWoff(woff: Uint8Array): Promise<Uint8Array> {
  const from = viewOf(woff);
  const count = from.getUint16(12);
  const font = new Uint8Array(from.getUint32(16));
  const to = viewOf(font);
  writeHeader(to, from.getUint32(4), count);
  let end = SFNT_HEADER + SFNT_ENTRY * count;
  const pending: Promise<void>[] = [];
  for (let index = 0; index < count; index++) {
    const entry = WOFF_HEADER + WOFF_ENTRY * index;
    const [offset, packed, length] = [from.getUint32(entry + 4), from.getUint32(entry + 8), from.getUint32(entry + 12)];
    const start = end;
    const written = SFNT_HEADER + SFNT_ENTRY * index;
    to.setUint32(written, from.getUint32(entry));
    to.setUint32(written + 4, from.getUint32(entry + 16));
    to.setUint32(written + 8, start);
    to.setUint32(written + 12, length);
    pending.push(unpack(woff.subarray(offset, offset + packed), length).then((table) => font.set(table, start)));
    end += (length + 3) & ~3;
  }
  await Promise.all(pending);
  return font;
}

/** A table that compression does not make smaller is stored uncompressed. */
async function unpack(table: Uint8Array, length: number): Promise<Uint8Array> {
  return table.length < length ? inflate(table, { chunkSize: Math.max(length, 64) }) : table;
}

function writeHeader(view: DataView, flavour: number, count: number): void {
  const power = Math.floor(Math.log2(count));
  view.setUint32(0, flavour);
  view.setUint16(4, count);
  view.setUint16(6, 2 ** power * SFNT_ENTRY);
  view.setUint16(8, power);
  view.setUint16(10, (count - 2 ** power) * SFNT_ENTRY);
}
