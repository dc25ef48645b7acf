import PostalMime, { type Email } from 'postal-mime';
import { tooLarge } from '../html/refusals.ts';

/** A part of a page that was saved as a single file. */
export interface MimePart {
  /** Its media type in lower case. */
  readonly type: string;
  readonly charset?: string | undefined;
  /** Its `Content-Location`, the address at which the browser found it. */
  readonly location?: string | undefined;
  /** Its `Content-ID` without angle brackets. */
  readonly id?: string | undefined;
  readonly bytes: Uint8Array;
}

/** A browser nests parts once, a mail program twice. */
const DEEPEST = 4;
const MOST_PARTS = 2000;

/**
 * The parts of a file in MIME, decoded, in their order. The mail parser would join all HTML parts and forget where each came
 * from, so it is given one part at a time, named an attachment.
 */
export async function partsOf(bytes: Uint8Array): Promise<MimePart[]> {
  const parts: MimePart[] = [];
  const read = async (entity: Buffer, depth: number): Promise<void> => {
    const head = await parsed(headOf(entity));
    const type = headerOf(head, 'content-type') ?? 'text/plain';
    const boundary = parameterOf(type, 'boundary');
    if (/^multipart\//iu.test(type)) {
      if (boundary === undefined || depth >= DEEPEST) return;
      for (const inner of split(entity, boundary)) await read(inner, depth + 1);
      return;
    }
    if (parts.length >= MOST_PARTS) throw tooMany();
    const mail = await parsed(entity);
    const content = mail.attachments[0]?.content;
    parts.push({
      type: type.split(';')[0]?.trim().toLowerCase() ?? '',
      charset: parameterOf(type, 'charset'),
      location: headerOf(mail, 'content-location')?.replace(/\s+/gu, ''),
      id: headerOf(mail, 'content-id')?.replace(/^<|>$/gu, ''),
      bytes: content === undefined || typeof content === 'string' ? new Uint8Array() : new Uint8Array(content),
    });
  };
  await read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0);
  return parts;
}

const parsed = (entity: Buffer): Promise<Email> =>
  PostalMime.parse(Buffer.concat([Buffer.from('Content-Disposition: attachment\r\n'), withoutBlankStart(entity)]));

/** The headers of an entity. The mail parser would read all that is in a multipart. */
function headOf(entity: Buffer): Buffer {
  const whole = withoutBlankStart(entity);
  const ends = ['\r\n\r\n', '\n\n'].map((sign) => whole.indexOf(sign)).filter((at) => at >= 0);
  return whole.subarray(0, Math.min(...ends, whole.length) + 4);
}

/** A file may begin with empty lines, which would end the headers. */
function withoutBlankStart(entity: Buffer): Buffer {
  let start = 0;
  while (start < entity.length && (entity[start] === 13 || entity[start] === 10)) start++;
  return entity.subarray(start);
}

/** The parts between the lines of a boundary; what stands before the first is for old programs. */
function split(entity: Buffer, boundary: string): Buffer[] {
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  const starts: number[] = [];
  for (
    let at = entity.indexOf(mark);
    at >= 0 && starts.length <= MOST_PARTS;
    at = entity.indexOf(mark, at + mark.length)
  )
    if ((at === 0 || entity[at - 1] === 10) && ENDS.includes(entity[at + mark.length] ?? 10)) starts.push(at);
  if (starts.length > MOST_PARTS) throw tooMany();
  const parts = starts.map((start, index) => entity.subarray(start + mark.length, starts[index + 1] ?? entity.length));
  return parts.filter((part) => part.length > 4 && part.subarray(0, 2).toString('latin1') !== '--');
}

/** What follows a boundary: the end of the line, or the hyphens after the last part. Else it is a longer boundary. */
const ENDS = [...Buffer.from('\r\n \t-')];

const headerOf = (mail: Email, name: string): string | undefined =>
  mail.headers.find(({ key }) => key === name)?.value.trim();

const parameterOf = (header: string, name: string): string | undefined =>
  new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'iu').exec(header)?.slice(1).find(Boolean);

const tooMany = () => tooLarge(`部分多于 ${MOST_PARTS} 个`, `more than ${MOST_PARTS} parts`);
