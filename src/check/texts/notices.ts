import { EDITIONS } from '../../form/editions.ts';
import type { FormDef } from '../../form/types.ts';
import { findAll, plain, type ReportText } from './report-texts.ts';

/** A notice of the State Council's office that introduced a form, and that a report may cite. */
export interface Notice {
  readonly form: FormDef;
  /** Such as 国办公开办函〔2021〕30号. */
  readonly number: string;
  readonly year: string;
  readonly serial: string;
  /** The end of its title; no other notice of that office ends in the same way. */
  readonly titleEnd: RegExp;
}

/** A citation of a notice in a text: by number, by title or both. */
export interface Citation {
  readonly text: ReportText;
  /** As written in the file. */
  readonly words: string;
  readonly numbered: Notice | undefined;
  readonly titled: Notice | undefined;
  /** Whether the number is given, with or without a title. */
  readonly byNumber: boolean;
  /** The character 函 and the brackets of the number, as written. */
  readonly letter: string;
  readonly brackets: string;
}

const TITLE_ENDS: Readonly<Record<string, RegExp>> = {
  '2019': /政府信息公开工作年度报告有关事项的通知[>》"]*$/,
  '2021': /政府信息公开工作年度报告格式[>》"]*的?通知[>》"]*$/,
};

/** The notices of all editions, oldest first. */
export const NOTICES: readonly Notice[] = EDITIONS.map((form) => {
  const [year = '', serial = ''] = form.notice.number.match(/[0-9]+/g) ?? [];
  return { form, number: form.notice.number, year, serial, titleEnd: TITLE_ENDS[form.id] ?? /$^/ };
});

const NUMBER = /国办公开办([函涵]?)([〔[({<【]?)([0-9]{4})([〕\])}>】]?)第?([0-9]{1,3})号/g;
/** A title without a number. It must be complete, because local notices have similar titles. */
const TITLE = new RegExp(
  NOTICES.map(({ form }) => `《(?:国务院办公厅政府信息与政务公开办公室)?${bare(form.notice.title)}[>》"]*》`).join('|'),
  'g',
);
/** Longer than any title. */
const LONGEST_TITLE = 100;

/** Finds all citations of a notice in a text. */
export function citationsIn(text: ReportText): Citation[] {
  const numbers = findAll(text, NUMBER).map(({ match, words }) => {
    const [, letter = '', open = '', year, close = '', serial] = match;
    const numbered = NOTICES.find((notice) => notice.year === year && notice.serial === serial);
    return {
      text,
      words,
      numbered,
      titled: titleBeside(text.text, match),
      byNumber: true,
      letter,
      brackets: open + close,
    };
  });
  const titles = findAll(text, TITLE).flatMap(({ match, words }) => {
    const after = text.text.slice(match.index + match[0].length, match.index + match[0].length + 12);
    const titled = NOTICES.find(({ titleEnd }) => titleEnd.test(match[0]));
    return after.includes('国办公开办')
      ? []
      : [{ text, words, numbered: undefined, titled, byNumber: false, letter: '函', brackets: '〔〕' }];
  });
  return [...numbers, ...titles];
}

/** The notice whose title is directly before the number, `《…》(`, or else directly after it. */
function titleBeside(text: string, { index, 0: number }: RegExpExecArray): Notice | undefined {
  const before = text.slice(Math.max(0, index - LONGEST_TITLE), index).replace(/[(,、]$/, '');
  const named = before.endsWith('》') ? NOTICES.find(({ titleEnd }) => titleEnd.test(before)) : undefined;
  if (named || before.endsWith('》')) return named;
  const behind = /^\)?(?:文件?)?(《[^\n]{1,100}?通知[>》"]*》)/.exec(text.slice(index + number.length))?.[1];
  return behind === undefined ? undefined : NOTICES.find(({ titleEnd }) => titleEnd.test(behind));
}

/** A title in the same normal form as a text, without the office's name and with optional inner brackets. */
function bare(title: string): string {
  const read = plain(title).replace('国务院办公厅政府信息与政务公开办公室', '');
  return read.replace('<', '[<《"]?').replace('>', '[>》"]?');
}
