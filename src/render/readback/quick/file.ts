import { inflateSync } from 'node:zlib';
import { PdfTokens } from './parse.ts';
import { isInteger, isName, NotOurs, onlyKeys, ours, PdfDict, PdfRef, PdfStream, type PdfValue } from './values.ts';

/** Bytes of all streams together, unpacked. An annual report has about 1 MB. */
const LARGEST = 32 * 1024 * 1024;

/** The objects of a PDF. */
export interface PdfObjects {
  readonly trailer: PdfDict;
  /** The value, or the object that a reference names. Throws `NotOurs` if there is none. */
  get(value: PdfValue | undefined): PdfValue;
  /** The same for a dictionary. */
  dict(value: PdfValue | undefined): PdfDict;
  /** The same for a list. */
  list(value: PdfValue | undefined): readonly PdfValue[];
  /** The unpacked bytes of a stream. All streams together have a limit. */
  unpack(stream: PdfValue | undefined): Buffer;
}

/**
 * Reads all objects of a file. Between the header and the table of objects there must be nothing but these objects, so
 * that no other reader can see another file in the same bytes. Throws `NotOurs`.
 */
export function readObjects(bytes: Uint8Array): PdfObjects {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = file.toString('latin1');
  const { offsets, table, trailer } = readTable(text);
  const objects = new Map<number, PdfValue>();
  let end = HEADER.exec(text)?.[0].length;
  for (const [offset, number] of offsets) {
    ours(offset === end);
    const tokens = new PdfTokens(text, offset);
    ours(tokens.value() === number && tokens.value() === 0);
    tokens.word('obj');
    objects.set(number, readObject(tokens, file, number));
    end = endOfObject(tokens);
  }
  ours(end === table);
  return accessTo(objects, trailer);
}

const HEADER = /^%PDF-1\.\d\n%[\x80-\xff]{4}\n\s*/;
const OBJECT_END = /\s*endobj\s*/y;

function endOfObject({ text, at }: PdfTokens): number {
  OBJECT_END.lastIndex = at;
  ours(OBJECT_END.test(text));
  return OBJECT_END.lastIndex;
}

function readObject(tokens: PdfTokens, file: Buffer, number: number): PdfValue {
  const value = tokens.value();
  ours(!(value instanceof PdfRef));
  if (!(value instanceof PdfDict)) return value;
  value.number = number;
  // A file that begins with such an object is read in another order.
  ours(!value.has('Linearized'));
  STREAM.lastIndex = tokens.at;
  if (!STREAM.test(tokens.text)) return value;
  const start = STREAM.lastIndex;
  const length = value.get('Length');
  ours(isInteger(length) && length >= 0);
  tokens.at = start + length;
  tokens.word('endstream');
  return new PdfStream(value, file.subarray(start, start + length));
}

const STREAM = /\s*stream\r?\n/y;

interface Table {
  /** Where each object begins, and its number, in this order. */
  readonly offsets: readonly (readonly [number, number])[];
  /** Where the table begins. */
  readonly table: number;
  readonly trailer: PdfDict;
}

const LAST_LINES = /\nstartxref\n(\d{1,9})\n%%EOF\n?$/;
const SECTION = /(\d{1,7}) (\d{1,7})\n/y;
const ENTRY = /(\d{10}) (\d{5}) ([fn]) \n/y;

function readTable(text: string): Table {
  const last = LAST_LINES.exec(text.slice(-64));
  const table = Number(last?.[1] ?? Number.NaN);
  ours(text.startsWith('xref\n', table));
  const offsets: [number, number][] = [];
  let at = table + 'xref\n'.length;
  for (;;) {
    SECTION.lastIndex = at;
    const section = SECTION.exec(text);
    if (!section) break;
    at = SECTION.lastIndex;
    for (let index = 0; index < Number(section[2]); index++, at += 20) {
      ENTRY.lastIndex = at;
      const [, offset, generation, kind] = ENTRY.exec(text) ?? [];
      const number = Number(section[1]) + index;
      if (number === 0) ours(kind === 'f');
      else {
        ours(kind === 'n' && Number(generation) === 0 && number > (offsets.at(-1)?.[1] ?? 0));
        offsets.push([Number(offset), number]);
      }
    }
  }
  const tokens = new PdfTokens(text, at);
  tokens.word('trailer');
  const trailer = tokens.value();
  ours(trailer instanceof PdfDict);
  onlyKeys(trailer, TRAILER);
  ours(trailer.get('Size') === (offsets.at(-1)?.[1] ?? 0) + 1);
  tokens.word('startxref');
  ours(tokens.value() === table && text.slice(tokens.at).trim() === '%%EOF');
  return { offsets: offsets.toSorted(([one], [other]) => one - other), table, trailer };
}

const TRAILER = new Set(['Size', 'Root', 'Info', 'ID']);

function accessTo(objects: ReadonlyMap<number, PdfValue>, trailer: PdfDict): PdfObjects {
  let left = LARGEST;
  const get = (value: PdfValue | undefined): PdfValue => {
    const found = value instanceof PdfRef ? objects.get(value.number) : value;
    if (found === undefined) throw new NotOurs();
    return found;
  };
  return {
    trailer,
    get,
    dict(value) {
      const found = get(value);
      ours(found instanceof PdfDict);
      return found;
    },
    list(value) {
      const found = get(value);
      ours(Array.isArray(found));
      return found;
    },
    unpack(value) {
      const stream = get(value);
      ours(stream instanceof PdfStream);
      const bytes = unpacked(stream, left);
      left -= bytes.length;
      return bytes;
    },
  };
}

const STREAM_KEYS = ['DecodeParms', 'DP', 'F', 'FFilter', 'FDecodeParms'];

/** Throws if it is not packed as Chrome and pdf-lib do, is damaged, or has more than `most` bytes. */
function unpacked({ dict, packed }: PdfStream, most: number): Buffer {
  ours(!STREAM_KEYS.some((key) => dict.has(key)));
  const filter = dict.get('Filter');
  if (filter === undefined) {
    ours(packed.length <= most);
    return packed;
  }
  ours(isName(filter, 'FlateDecode'));
  const { buffer, engine } = inflateSync(packed, { maxOutputLength: most + 1, info: true }) as unknown as Inflated;
  // Other readers could go on with bytes behind the packed ones.
  ours(engine.bytesWritten === packed.length && buffer.length <= most);
  return buffer;
}

interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}
