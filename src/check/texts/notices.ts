import { EDITIONS } from '../../form/editions.ts';
import type { FormDef } from '../../form/types.ts';
import { findAll, plain, type ReportText } from './report-texts.ts';

/** A notice of the State Council's office that a report may cite: the one its form comes from. */
export interface Notice {
  readonly form: FormDef;
  /** 国办公开办函〔2021〕30号 */
  readonly number: string;
  readonly year: string;
  readonly serial: string;
  /** The end of its title, which no other notice of that office has. */
  readonly titleEnd: RegExp;
}

/** Where a text cites a notice, by number, by title or both. */
export interface Citation {
  readonly text: ReportText;
  /** As written in the file. */
  readonly words: string;
  readonly numbered: Notice | undefined;
  readonly titled: Notice | undefined;
  /** Its number is written, with a title beside it or without. */
  readonly byNumber: boolean;
  /** The number's parts as written. */
  readonly letter: string;
  readonly brackets: string;
}

const TITLE_ENDS: Readonly<Record<string, RegExp>> = {
  '2019': /政府信息公开工作年度报告有关事项的通知[>》"]*$/,
  '2021': /政府信息公开工作年度报告格式[>》"]*的?通知[>》"]*$/,
};

/** The notices of every edition, oldest first. */
export const NOTICES: readonly Notice[] = EDITIONS.map((form) => {
  const [year = '', serial = ''] = form.notice.number.match(/[0-9]+/g) ?? [];
  return { form, number: form.notice.number, year, serial, titleEnd: TITLE_ENDS[form.id] ?? /$^/ };
});

const NUMBER = /国办公开办([函涵]?)([〔[({<【]?)([0-9]{4})([〕\])}>】]?)第?([0-9]{1,3})号/g;
/** A title whose number is left out: only in its full wording, since local notices are named alike. */
const TITLE = new RegExp(
  NOTICES.map(({ form }) => `《(?:国务院办公厅政府信息与政务公开办公室)?${bare(form.notice.title)}[>》"]*》`).join('|'),
  'g',
);
/** The longest title, with some room. */
const LONGEST_TITLE = 100;

/** Every citation of a notice in a text. */
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

/** The notice whose title stands right before the number, `《…》(`, or else right behind it. */
function titleBeside(text: string, { index, 0: number }: RegExpExecArray): Notice | undefined {
  const before = text.slice(Math.max(0, index - LONGEST_TITLE), index).replace(/[(,、]$/, '');
  const named = before.endsWith('》') ? NOTICES.find(({ titleEnd }) => titleEnd.test(before)) : undefined;
  if (named || before.endsWith('》')) return named;
  const behind = /^\)?(?:文件?)?(《[^\n]{1,100}?通知[>》"]*》)/.exec(text.slice(index + number.length))?.[1];
  return behind === undefined ? undefined : NOTICES.find(({ titleEnd }) => titleEnd.test(behind));
}

/** A title as a text is read, without the office's name and with the inner brackets optional. */
function bare(title: string): string {
  const read = plain(title).replace('国务院办公厅政府信息与政务公开办公室', '');
  return read.replace('<', '[<《"]?').replace('>', '[>》"]?');
}
