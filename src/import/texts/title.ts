import { digitByDigit } from '../../writing/numerals.ts';
import { looksLikeAgency } from './agency-name.ts';
import { furnitureOf } from './furniture.ts';
import type { PublishedLine, PublishedPiece } from './pieces.ts';

/** The title of a report and what it says. */
export interface ReportTitle {
  readonly text: string;
  /** The agency; empty if the title does not name it. */
  readonly agency: string;
  readonly years: readonly number[];
}

/** A title in a document: the pieces that it is made of. */
export interface FoundTitle extends ReportTitle {
  readonly first: number;
  readonly last: number;
  readonly line: PublishedLine;
}

const REPORT_WORDS =
  /(?:政府?)?信息(?:主动)?公开(?:工作)?的?(?:情况)?(?:的?年度(?:工作)?(?:情况)?(?:的)?报告|的?年报|的?(?:年度)?(?:工作)?(?:总结)?报告|的?年报告)|政务公开(?:工作)?年度报告/u;
const YEAR = /(?<!\d)20\d\d(?!\d)|二[〇零○0][〇零○0一二三四五六七八九]{2}(?=年)/gu;
const YEAR_WORDS = /(?:(?<!\d)20\d\d(?!\d)|二[〇零○0][〇零○0一二三四五六七八九]{2}(?=年))(?:年度?(?!度?报))?/gu;
const LONGEST = 70;
/** Behind these signs a page has the name of its website. */
const WEBSITE = /\s*(?:[_|｜]|\s[-–—]+\s|--).*$/u;

/** A word that the page puts before the title. */
const BEFORE = /^(?:【[^】]{1,10}】|\[[^\]]{1,10}\]|附件\d{0,2}[：:])/u;

/** Reads a title; undefined if the text is none. */
export function readTitle(written: string): ReportTitle | undefined {
  const text = written.slice(0, 200).replace(WEBSITE, '').replace(/\s+/gu, '').replace(BEFORE, '');
  const plain = text.normalize('NFKC');
  const words = plain.replace(YEAR_WORDS, '');
  if (plain.length > LONGEST || /[。;!?>《]/u.test(plain) || !REPORT_WORDS.test(words)) return undefined;
  const years = [...plain.matchAll(YEAR)].map(([year]) => Number(digitByDigit(year.replace('0', '〇')) ?? year));
  const agency = words
    .replace(REPORT_WORDS, '')
    .replace(/[“”"]/gu, '')
    .replace(/^关于|关于$|\(\)|^[,:、·的]+|[,:、·的]+$/gu, '')
    .replace(/\((?:本级|汇总|草案|征求意见稿|全文)\)/u, '');
  return { text, agency: /^[\p{Script=Han}()·、]{0,40}$/u.test(agency) ? agency : '', years };
}

/** So many lines before the first heading are looked at. */
const LOOKED_AT = 400;

/** The titles before the first heading, best first; a title can be printed on up to three lines. */
export function findTitles(pieces: readonly PublishedPiece[], end: number): FoundTitle[] {
  const titles = pieces.slice(0, Math.min(end, LOOKED_AT)).flatMap((_, first) => {
    const found = [1, 2, 3].map((count) => titleAt(pieces, first, Math.min(first + count, end)));
    return found.filter((title) => title !== undefined);
  });
  return titles.sort((one, other) => worth(other) - worth(one) || other.first - one.first);
}

/** The agency and the year make a title whole; fewer lines are better. */
const worth = ({ agency, years, first, last }: FoundTitle): number =>
  (agency !== '' ? 2 : 0) + (years.length > 0 ? 2 : 0) - (last - first) / 2;

function titleAt(pieces: readonly PublishedPiece[], first: number, end: number): FoundTitle | undefined {
  const lines = pieces.slice(first, end);
  const texts = lines.flatMap((piece) => (piece.kind === 'text' ? [piece] : []));
  const [line, ...others] = texts;
  if (!line || texts.length !== lines.length || texts.some((one) => furnitureOf(one) !== undefined)) return undefined;
  if (others.length === 0) {
    const title = readTitle(line.text);
    return title && { ...title, first, last: first, line };
  }
  if (texts.some(({ text }) => text.length > 40 || /[。，,;；：:]/u.test(text))) return undefined;
  const title = readTitle(texts.map(({ text }) => text).join(''));
  const isWhole = texts.some(({ text }) => (readTitle(text)?.agency ?? '') !== '' && readTitle(text)?.years.length);
  if (!title || isWhole || !startsOne(line) || !isPart(others.at(-1))) return undefined;
  return { ...title, first, last: end - 1, line };
}

/** The first line of a title over several lines names the agency or the year. */
const startsOne = ({ squeezed: { text } }: PublishedLine): boolean =>
  looksLikeAgency(text.replace(/关于$/u, '')) ||
  /^(?:20\d\d|二[〇零○])/u.test(text) ||
  /年度?$/u.test(text) ||
  readTitle(text)?.years.length === 0;

const isPart = (line: PublishedLine | undefined): boolean =>
  line !== undefined &&
  (/报告|年报/u.test(line.text) ||
    /^\(?(?:20\d\d|二[〇零○0][〇零○一二三四五六七八九]{2})年度?\)?$/u.test(line.squeezed.text));
