import type { Report } from '../../report/report.ts';
import { readYear } from '../../writing/years.ts';
import { afterSelf, matchAt, ownNames } from './own-names.ts';
import type { ReportText } from './report-texts.ts';

/** A sentence or heading that opens with a year: 2024年，我局……; （一）2024年主动公开情况; 截至2024年底……. */
export interface OpeningYear {
  readonly text: ReportText;
  readonly year: number;
  /** The opening as written in the file, long enough to be found again. */
  readonly words: string;
  /** The words from the year to the end of the sentence. */
  readonly rest: string;
  /** The same object for all openings of a sentence. */
  readonly sentence: SentencePair;
  /** It is the start of its text. */
  readonly first: boolean;
  /** The year is that of the whole sentence: a comma, 全年 or the agency follows. */
  readonly whole: boolean;
  /** The agency follows, with or without a comma. */
  readonly self: boolean;
  /** A part of the year: 2024年3月, 2024年底. */
  readonly part: boolean;
  /** 截至 is before the year. */
  readonly until: boolean;
}

/** A whole sentence, and the next one of the same paragraph. */
export interface SentencePair {
  readonly words: string;
  readonly next: string;
}

/** The number of a sentence or heading: （一）, 1., 首先，. */
const MARK =
  /\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}[、是]|\d{1,2}(?:[、)]|\.(?!\d)|\.(?=2\d{3}年))|[①-⑳]|第[一二三四五六],|首先,|其次,/uy;
const CHINESE_YEAR = '二[〇零○][〇零○一二三四五六七八九]{2}';
/** Ranges, and spans of which the year is only one end: 2023年至2025年, 2020年以来. */
const SPAN = '(?!至|到|-|~|、|和|及|与|或|以来|来[,的]|起|开始|以后|之后|后|以前|之前|前|底前|末前|版|级|届)';
const PART = String.raw`(?:年?底|年?末|年?初|上半年|下半年|(?:第?[一二三四1-4]季度)|\d{1,2}月(?:份|\d{1,2}日)?)`;
const YEAR = new RegExp(
  `(?<before>(?:截至|截止|截止到|在|过去的|回顾)?)(?<year>2\\d{3}|${CHINESE_YEAR})年(?:度|(?!度))${SPAN}(?<part>${PART})?`,
  'uy',
);
const SENTENCE = /[^。!?\n]+/gu;
/** Longer openings need not be looked at, and long words are hard to read in a message. */
const SHOWN = 14;

/** All sentences and headings of texts that open with a year. Takes linear time. */
export function openingYearsIn(report: Report, texts: readonly ReportText[]): OpeningYear[] {
  const names = ownNames(report);
  return texts.flatMap((text) => {
    if (!text.text.includes('年')) return [];
    const sentences = [...text.text.matchAll(SENTENCE)];
    return sentences.flatMap(({ 0: words, index }, position) => {
      const after = sentences[position + 1];
      const adjoins = after && !text.text.slice(index + words.length, after.index).includes('\n');
      const sentence = { words, next: adjoins ? after[0] : '' };
      if (!words.includes('年')) return [];
      return [...words.matchAll(/[^;]+/gu)].flatMap((part) =>
        openingAt({ text, sentence, names }, index + part.index, part[0]),
      );
    });
  });
}

function openingAt(
  { text, sentence, names }: Pick<OpeningYear, 'text' | 'sentence'> & { readonly names: readonly string[] },
  index: number,
  part: string,
): OpeningYear[] {
  const afterMark = matchAt(MARK, part, 0)?.[0].length ?? 0;
  const match = matchAt(YEAR, part, afterSelf(part, afterMark, names));
  const { before = '', year = '', part: ofYear } = match?.groups ?? {};
  if (!match) return [];
  const from = match.index + before.length;
  const rest = part.slice(from);
  const start = index + from;
  const end = match.index + match[0].length;
  const comma = part.startsWith(',', end);
  const name = comma ? end + 1 : end;
  const self = afterSelf(part, name, names) > name;
  return [
    {
      text,
      sentence,
      rest,
      year: Number(readYear(year)),
      words: text.written(start, start + Math.min(SHOWN, rest.length)).split('\n')[0] ?? '',
      first: index === 0,
      whole: comma || self || part.startsWith('全年', end),
      self,
      part: ofYear !== undefined,
      until: before !== '' && /截[至止]/u.test(before),
    },
  ];
}
