import { findAll, type ReportText } from './report-texts.ts';

/** A span of days in a text. */
export interface Span {
  readonly words: string;
  readonly from: Day;
  readonly to: Day;
  /** The sentence before the span; `behind` is the sentence after it. */
  readonly before: string;
  readonly behind: string;
  /** Whether it is written as a formal period: 自…起至…止. */
  readonly formal: boolean;
}

export interface Day {
  /** Such as 2023年2月29日. */
  readonly name: string;
  /** Such as 2023-02-29, the format of dates in the file. */
  readonly date: string;
  readonly exists: boolean;
}

// The last 日 is sometimes left out; the day is clear without it.
const SPAN =
  /(自?)([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日?(起?)(?:至|到|-|~)(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})日?(止?)/g;
const LONGEST_SENTENCE = 120;

/** Finds all spans of days in a text. */
export function spansIn(text: ReportText): Span[] {
  return findAll(text, SPAN).map(({ match, words }) => {
    const [written, since, year = '', month = '', date = '', start, lastYear = year, lastMonth = '', last = '', end] =
      match;
    const { index } = match;
    const behind = text.text.slice(index + written.length, index + written.length + LONGEST_SENTENCE);
    return {
      words,
      from: day(year, month, date),
      to: day(lastYear, lastMonth, last),
      before:
        text.text
          .slice(Math.max(0, index - LONGEST_SENTENCE), index)
          .split(/[。\n]/)
          .at(-1) ?? '',
      behind: behind.split(/[。\n]/)[0] ?? '',
      formal: Boolean(since || start) && Boolean(end),
    };
  });
}

function day(year: string, month: string, date: string): Day {
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const real = new Date(`${written}T00:00:00Z`);
  // JavaScript reads 31 April as 1 May.
  const exists = !Number.isNaN(real.getTime()) && real.getUTCDate() === Number(date);
  return { name: `${year}年${Number(month)}月${Number(date)}日`, date: written, exists };
}
