import { notReadable } from '../check/published/rules.ts';
import { timed } from '../diagnostics/timings.ts';
import { readWholeFile } from '../disk/read-file.ts';
import { decode, LARGEST_FILE, tooLarge } from '../source/decode.ts';
import { parse, type Source, unreadable } from '../source/parse.ts';
import type { InputFile } from './files.ts';
import { givenBytes } from './given-content.ts';

/** Reads one input. Throws a UserError if the file cannot be opened; mistakes in its content are findings. */
export async function readSource({ path, content, name }: InputFile): Promise<Source> {
  const bytes =
    path === undefined ? await givenBytes(content ?? '', LARGEST_FILE) : readWholeFile(path, name, LARGEST_FILE);
  const text = typeof bytes === 'number' ? tooLarge(bytes) : decode(bytes);
  if (typeof text !== 'string') return unreadable(name, text);
  return Object.assign(
    timed('read', () => parse(text, name)),
    { mark: markOf(bytes) },
  );
}

/** The byte order mark, which the decoder drops; it is kept when the file is written again. */
const markOf = (bytes: unknown): string =>
  bytes instanceof Uint8Array && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\ufeff' : '';

const keyPattern = (key: string): RegExp => new RegExp(`^[ \\t]*["']?${key}["']?[ \\t]*[:：]`, 'mu');

/** Keys that only reports have: a file with one of them is not skipped, even if `year` is mistyped. */
const TELLING = keyPattern('(?:active_disclosure|applications|reconsideration_and_litigation)');
const [YEAR, AGENCY] = [keyPattern('year'), keyPattern('agency')];

/** True if the file looks like a report. Other files found in a folder are skipped. */
export const looksLikeReport = ({ text, findings, foreign }: Source): boolean =>
  !foreign &&
  (TELLING.test(text) ||
    (YEAR.test(text) && AGENCY.test(text)) ||
    findings.some(({ rule }) => rule === 'file-encoding' || rule === notReadable.id));
