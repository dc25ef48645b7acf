import { constants, inflateSync } from 'node:zlib';
import { mappedCharacters } from './mapped-characters.ts';
import { tooLarge } from './refusals.ts';

/** Bytes of the file. */
const LARGEST_FILE = 100 * 1024 * 1024;
/** Bytes of all streams together, unpacked, without pictures: those are not looked at. A report has about 2 MB. */
const LARGEST = 128 * 1024 * 1024;
const MOST_STREAMS = 50_000;
const MOST_OBJECTS = 300_000;
/** Bytes. Streams packed in rare ways can unpack to thousands of times their size. */
const LARGEST_RARE = 2 * 1024 * 1024;
/** Codes that the fonts map to characters; pdf.js lists each of them. A font has up to 65,536. */
const MOST_MAPPED = 4_000_000;
/** Pixels. A scanned page has more, a seal or an emblem has less. */
const PAGE_PICTURE = 600_000;

/** What was seen in a PDF before it is read. */
export interface Measured {
  /** Pictures large enough to be a scanned page. */
  readonly pagePictures: number;
  readonly pictures: number;
}

/**
 * Measures a PDF before pdf.js reads it. Throws a `Refusal` if it could take far more memory than a report: everything that
 * takes space in a PDF is a stream, whose dictionary stands in the file as text.
 */
export function measurePdf(bytes: Uint8Array): Measured {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length > LARGEST_FILE) throw tooLarge('超过 100 MB', 'more than 100 MB');
  let [left, rare, mapped, streams, objects, pictures, pagePictures, end] = [LARGEST, 0, 0, 0, 0, 0, 0, 0];
  for (let at = file.indexOf(' obj'); at >= 0; at = file.indexOf(' obj', at + 4))
    if (++objects > MOST_OBJECTS) throw manyObjects();
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', end)) {
    const dictionary = dictionaryIn(file.subarray(Math.max(end, at - LONGEST_DICTIONARY), at));
    end = at + 'stream'.length;
    if (dictionary === undefined) continue;
    if (++streams > MOST_STREAMS) throw tooLarge(`超过 ${MOST_STREAMS} 段数据`, `more than ${MOST_STREAMS} streams`);
    objects += /\/ObjStm/u.test(dictionary) ? numberOf(dictionary, 'N') : 0;
    if (objects > MOST_OBJECTS) throw manyObjects();
    if (/\/Subtype\s*\/Image\b/u.test(dictionary)) {
      pictures++;
      if (numberOf(dictionary, 'Width') * numberOf(dictionary, 'Height') >= PAGE_PICTURE) pagePictures++;
      continue;
    }
    const packed = /\/Fl(?:ateDecode)?\b/u.exec(dictionary);
    const start = end + (file[end] === RETURN ? 2 : 1);
    if (packed && !/\/(?:LZW|RunLength|ASCII85|ASCIIHex)Decode|Decode\s*\/Flate/u.test(dictionary)) {
      const content = inflated(file.subarray(start), left);
      left -= content?.length ?? left + 1;
      mapped += content ? mappedCharacters(content) : 0;
    } else if (/Decode/u.test(dictionary)) rare += lengthOf(file, start);
    else mapped += mappedCharacters(file.subarray(start, start + lengthOf(file, start)));
    if (mapped > MOST_MAPPED)
      throw tooLarge(`字体里的编码超过 ${MOST_MAPPED} 个`, `more than ${MOST_MAPPED} codes in its fonts`);
    if (left < 0 || rare > LARGEST_RARE) throw tooLarge('展开以后超过 128 MB', 'more than 128 MB unpacked');
  }
  return { pagePictures, pictures };
}

const manyObjects = () => tooLarge(`超过 ${MOST_OBJECTS} 个对象`, `more than ${MOST_OBJECTS} objects`);
const RETURN = 0x0d;
const LONGEST_DICTIONARY = 65_536;

/** The dictionary before the word `stream`; undefined for the word `endstream`, and where a text has the word. */
function dictionaryIn(before: Buffer): string | undefined {
  if (!/>>\s*$/u.test(before.subarray(-16).toString('latin1'))) return undefined;
  const text = before.subarray(Math.max(0, before.lastIndexOf('obj'))).toString('latin1');
  // Any character of a name can be written as its number.
  return text.replace(/#([0-9A-Fa-f]{2})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

const numberOf = (dictionary: string, key: string): number =>
  Number(new RegExp(`/${key}\\s+(\\d{1,9})`, 'u').exec(dictionary)?.[1] ?? 0);

function lengthOf(file: Buffer, start: number): number {
  const end = file.indexOf('endstream', start);
  return (end < 0 ? file.length : end) - start;
}

/** Undefined if there are more bytes than `most`. Empty if nothing can be unpacked: it is encrypted or damaged. */
function inflated(packed: Buffer, most: number): Buffer | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most + 1), finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? undefined : Buffer.alloc(0);
  }
}
