import { notReadable } from '../check/published/rules.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { readWholeFile } from '../disk/read-file.ts';
import { decode, LARGEST_FILE, tooLarge } from '../source/decode.ts';
import { parse, type Source, unreadable } from '../source/parse.ts';
import type { InputFile } from './files.ts';

/** Reads one input. Throws a UserError if the file cannot be opened; mistakes in its content are findings. */
export async function readSource({ path, content, name }: InputFile): Promise<Source> {
  return sourceOf(path === undefined ? await contentOf(content ?? '') : readFile(path, name), name);
}

function sourceOf(bytes: Uint8Array | Finding, name: string): Source {
  const text = bytes instanceof Uint8Array ? decode(bytes) : bytes;
  if (typeof text !== 'string') return unreadable(name, text);
  return { ...parse(text, name), mark: markOf(bytes) };
}

/** The byte order mark, which the decoder drops; it is kept when the file is written again. */
const markOf = (bytes: unknown): string =>
  bytes instanceof Uint8Array && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\ufeff' : '';

const has = (text: string, key: string): boolean => new RegExp(`^[ \\t]*["']?${key}["']?[ \\t]*[:：]`, 'mu').test(text);

/** Keys that only reports have: a file with one of them is not skipped, even if `year` is mistyped. */
const TELLING = ['active_disclosure', 'applications', 'reconsideration_and_litigation'];

/** True if the file looks like a report. Other files found in a folder are skipped. */
export const looksLikeReport = ({ text, findings, foreign }: Source): boolean =>
  !foreign &&
  (TELLING.some((key) => has(text, key)) ||
    (has(text, 'year') && has(text, 'agency')) ||
    findings.some(({ rule }) => rule === 'file-encoding' || rule === notReadable.id));

function readFile(path: string, name: string): Uint8Array | Finding {
  const bytes = readWholeFile(path, name, LARGEST_FILE);
  return typeof bytes === 'number' ? tooLarge(bytes) : bytes;
}

/** The given bytes, or a finding if there are too many; the rest of a stream is then not read. */
async function contentOf(content: NonNullable<InputFile['content']>): Promise<Uint8Array | Finding> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const given = typeof content === 'string' ? Buffer.from(content) : content;
  for await (const chunk of given instanceof Uint8Array ? [given] : given) {
    size += chunk.length;
    if (size > LARGEST_FILE) return tooLarge(size);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
