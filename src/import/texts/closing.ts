import { looksLikeAgency } from './agency-name.ts';
import { dateAlone, datesIn, firstDate } from './found-dates.ts';
import type { PublishedLine, PublishedPiece } from './pieces.ts';

/** The name and the date below a report. */
export interface SignOff {
  readonly name?: string;
  readonly day?: string;
  readonly text: string;
  readonly line: PublishedLine;
  /** The pieces that it is made of. */
  readonly at: readonly number[];
}

/** Behind a date that ends a report there are at most so many lines. */
const BEHIND = 5;

/** Finds the sign-off in the pieces from `start` to before `end`: a name and a date alone, in one line or two. */
export function findSignOff(pieces: readonly PublishedPiece[], start: number, end: number): SignOff | undefined {
  for (let at = end - 1; at >= Math.max(start, end - BEHIND); at--) {
    const line = pieces[at];
    if (line?.kind !== 'text') continue;
    const one = signed(line.squeezed.text);
    if (!one?.day) continue;
    if (one.name) return { ...one, text: line.text, line, at: [at] };
    for (const beside of [at - 1, at + 1]) {
      const other = pieces[beside];
      if (beside < start || beside >= end || other?.kind !== 'text' || !looksLikeAgency(other.squeezed.text)) continue;
      const name = other.squeezed.text;
      return { name, day: one.day, text: `${other.text} ${line.text}`, line, at: [at, beside] };
    }
    return { day: one.day, text: line.text, line, at: [at] };
  }
  const last = pieces[end - 1];
  if (end - 1 < start || last?.kind !== 'text' || !looksLikeAgency(last.squeezed.text)) return undefined;
  return { name: last.squeezed.text, text: last.text, line: last, at: [end - 1] };
}

/** 清溪县教育局2024年1月22日 */
function signed(text: string): { name?: string; day?: string } | undefined {
  const day = dateAlone(text);
  if (day) return { day };
  const [date] = text.length > 60 ? [] : datesIn(text);
  if (!date || date.at + date.words.length !== text.length) return undefined;
  const name = text.slice(0, date.at);
  return looksLikeAgency(name) ? { name, day: date.day } : undefined;
}

/** A notice that the report was corrected. */
export interface CorrectionNotice {
  readonly day: string;
  readonly note: string;
  /** The day on which it was published first, if the notice tells it. */
  readonly published?: string;
  readonly line: PublishedLine;
}

const LABEL = /^[（(【]?(?:更正|勘误)(?:说明|公告|内容|日期|情况)?[】]?\s?[：:]\s?/u;
/** 本报告于2024年1月22日发布，2024年3月1日更正。 */
const SENTENCE = /^本报告(?:已?于)?(?:([^，。]{8,12})(?:发布|公布)，)?([^，。]{8,12})(?:更正|修订|修正)。\s?/u;

/** True for the label of a notice whose text is in the next line. */
export const isCorrectionLabel = ({ text }: PublishedLine): boolean => text.replace(LABEL, '') === '';

/** Reads a line such as 更正说明：2024年3月5日，……; undefined if it is none or has no date. */
export function correctionIn(line: PublishedLine): CorrectionNotice | undefined {
  if (!LABEL.test(line.text)) return undefined;
  const note = line.text.replace(LABEL, '');
  const [sentence = '', before = '', words = ''] = SENTENCE.exec(note) ?? [];
  const own = firstDate(words);
  if (own !== undefined) {
    const published = firstDate(before);
    return { day: own, note: note.slice(sentence.length), ...(published !== undefined && { published }), line };
  }
  const [date] = datesIn(line.squeezed.text);
  if (!date) return undefined;
  // Behind the date the note begins, unless the date stands inside a sentence.
  const behind = datesIn(note)[0]?.at === 0 ? note.replace(/^[^日，,：:]{1,14}[日，,：:]\s?[，,：:]?\s?/u, '') : note;
  return { day: date.day, note: behind, line };
}
