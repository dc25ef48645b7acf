import { strFromU8 } from 'fflate';

/** Files in the container of old Office programs: Excel 97, Word 97, WPS, and encrypted files of any kind. */
export const isOle = (bytes: Uint8Array): boolean =>
  strFromU8(bytes.subarray(0, 8), true) === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** Whether the container has a stream of this name. Names are in UTF-16, at the start of entries of 128 bytes. */
export function oleHas(bytes: Uint8Array, name: string): boolean {
  const wanted = Buffer.from(`${name}\0`, 'utf16le');
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) if (at % 128 === 0) return true;
  return false;
}

/** Where the records of an Excel workbook start: its first record, of version 8, in a sector; -1 if there is none. */
export function workbookStart(bytes: Uint8Array): number {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]);
  for (let at = all.indexOf(start); at >= 0; at = all.indexOf(start, at + 1)) if (at % 64 === 0) return at;
  return -1;
}

/** The records at the start of a workbook, as far as they stand together in the file. */
export function* recordsFrom(
  bytes: Uint8Array,
  start: number,
): Generator<{ readonly kind: number; readonly data: Uint8Array }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = start; at + 4 <= bytes.length; ) {
    const [kind, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (kind === END || length > MOST_LENGTH) return;
    yield { kind, data: bytes.subarray(at + 4, at + 4 + length) };
    at += 4 + length;
  }
}

const END = 0x0a;
const MOST_LENGTH = 8228;
