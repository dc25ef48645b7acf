import { constants, inflateSync } from 'node:zlib';
import type { Text } from '../../diagnostics/text.ts';

/** Bytes of all streams together, unpacked. An annual report has about 1 MB. */
const LARGEST = 32 * 1024 * 1024;
const MOST_STREAMS = 5000;

/** Why a PDF is not read; `settle` if it may be a report all the same. */
interface Refusal {
  readonly reason: Text;
  readonly settle?: Text;
}

/** How browsers pack streams. Other ways, and several at once, can hide any size in a few bytes. */
const PACKED = /^\s*(?:\/(?:FlateDecode|DCTDecode)|\[\s*\/(?:FlateDecode|DCTDecode)\s*\])\s*(?:\/|>>|$)/u;
const FILTER = /\/F(?:ilter)?(?=[\s\0()<>[\]{}/%])/gu;
/** Row sizes of packed streams, which readers allocate as they are written. */
const ROW = /\/(?:Columns|Colors|BitsPerComponent)(?!\s+\d{1,4}\b(?!\s+\d+\s+R\b))/u;
/** A form that does not name what it draws can draw itself without end. */
const FORM = /\/Subtype\s*\/Form\b/u;

/**
 * Says why a PDF is not read, or undefined: it is damaged, or could take far more memory or time than a report. Everything
 * that takes space in a PDF is a stream, whose dictionary stands in the file as text.
 */
export function refusedPdf(bytes: Uint8Array): Refusal | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = LARGEST;
  let streams = 0;
  let end = 0;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', end)) {
    const dictionary = dictionaryIn(file.subarray(end, at));
    end = at + 'stream'.length;
    if (dictionary === undefined) continue;
    if (++streams > MOST_STREAMS) return tooLarge(`${MOST_STREAMS} 段`, `${MOST_STREAMS} streams`);
    if (isHostile(dictionary)) return FOREIGN;
    if (!dictionary.includes('/FlateDecode')) continue;
    const size = inflatedSize(file.subarray(startOfData(file, end)), left);
    if (size === undefined) return DAMAGED;
    left -= size;
    if (left < 0) return tooLarge('32 MB', '32 MB');
  }
  return undefined;
}

/** The dictionary before the word `stream`; undefined for the word `endstream`. */
function dictionaryIn(before: Buffer): string | undefined {
  if (before.subarray(-3).toString('latin1') === 'end') return undefined;
  const start = before.lastIndexOf('obj');
  const text = before.subarray(Math.max(0, start)).toString('latin1');
  // Any character of a name can be written as its number.
  return text.replace(/#([0-9A-Fa-f]{2})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

const isHostile = (dictionary: string): boolean =>
  [...dictionary.matchAll(FILTER)].some(({ index, 0: key }) => !PACKED.test(dictionary.slice(index + key.length))) ||
  ROW.test(dictionary) ||
  (FORM.test(dictionary) && !/\/Resources\s*<</u.test(dictionary));

/** The word `stream` ends its line. */
const startOfData = (file: Buffer, at: number): number => at + (file[at] === RETURN ? 2 : 1);
const RETURN = 0x0d;

/** Bytes; more than `most` if there are more; undefined if they cannot be unpacked. */
function inflatedSize(packed: Buffer, most: number): number | undefined {
  try {
    // One byte is the least that can be asked for.
    return inflateSync(packed, { maxOutputLength: most + 1, finishFlush: constants.Z_SYNC_FLUSH }).length;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? most + 1 : undefined;
  }
}

const DAMAGED: Refusal = {
  reason: { zh: '不是完整的 PDF，里面有一段坏了', en: 'The PDF is damaged: a part of it cannot be unpacked' },
};
const FOREIGN: Refusal = {
  reason: {
    zh: '里面有 report 生成的 PDF 从来没有的内容，没有再读',
    en: 'It has content that PDFs built with report never have, so the rest was not read',
  },
};
const tooLarge = (zh: string, en: string): Refusal => ({
  reason: {
    zh: `展开以后超过 ${zh}，没有哪份报告这么大，没有再读`,
    en: `Unpacked it is larger than any report (more than ${en}), so the rest was not read`,
  },
  settle: {
    zh: '用 report build 从报告重新生成 PDF，公布新生成的',
    en: 'build the PDF from the report with report build, and publish that',
  },
});
