import { looksLikeAgency } from './agency-name.ts';
import { isContactLine } from './contact.ts';
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

/**
 * Finds the sign-off in the pieces from `start` to before `end`: a name and a date alone, in one line or two. `agency` is the
 * name in the title.
 */
export function findSignOff(
  pieces: readonly PublishedPiece[],
  [start, end]: readonly [number, number],
  agency = '',
): SignOff | undefined {
  const nameIn = (piece: PublishedPiece | undefined) =>
    piece?.kind === 'text' ? nameAlone(piece.squeezed.text, agency) : undefined;
  for (let at = end - 1; at >= Math.max(start, end - BEHIND); at--) {
    const line = pieces[at];
    if (line?.kind !== 'text') continue;
    const one = signed(line, agency);
    if (!one?.day) continue;
    if (one.name) return { ...one, text: line.text, line, at: [at] };
    for (const beside of [at - 1, at + 1]) {
      const other = pieces[beside];
      const name = nameIn(other);
      if (beside < start || beside >= end || other?.kind !== 'text' || name === undefined) continue;
      return { name, day: one.day, text: `${other.text} ${line.text}`, line, at: [at, beside] };
    }
    return { day: one.day, text: line.text, line, at: [at] };
  }
  const last = pieces[end - 1];
  const name = nameIn(last);
  if (end - 1 < start || last?.kind !== 'text' || name === undefined) return undefined;
  return { name, text: last.text, line: last, at: [end - 1] };
}

/** 清溪县教育局2024年1月22日, in either order, also with 印发 behind the date. */
function signed({ text: written, squeezed: { text } }: PublishedLine, agency: string): Pick<SignOff, 'name' | 'day'> {
  const day = dateAlone(written);
  if (day) return { day };
  const [date] = text.length > 60 ? [] : datesIn(text);
  if (!date) return {};
  const rest = `${text.slice(0, date.at)}${text.slice(date.at + date.words.length)}`;
  const name = nameAlone(rest.replace(/^\((.*)\)$/u, '$1').replace(/(?:印发|发布|公布)$/u, ''), agency);
  return name === undefined ? {} : { name, day: date.day };
}

const NAME_LABEL = /^(?:(?:编制|报告|填报|发布|印发)(?:单位|机关|机构):)/u;
const SEAL = /\((?:公?章|盖章|印章?)\)/u;

/** The name, if a squeezed text is nothing but the name of an agency. */
function nameAlone(text: string, agency: string): string | undefined {
  const name = text.replace(NAME_LABEL, '').replace(SEAL, '');
  return looksLikeAgency(name) || (agency !== '' && name === agency) ? name : undefined;
}

const PUBLIC = /^\(?此件(?:主动|依申请|不予)?(?:公开(?:发布)?|发布)\)?$|^(?:抄送|抄报|主送):/u;

/** Whether a line below the last section is no prose, whatever stands there: contact, how the file is published. */
export const isBelowReport = (line: PublishedLine): boolean =>
  isContactLine(line.text) || PUBLIC.test(line.squeezed.text);

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
