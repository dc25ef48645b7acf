import { textIn } from '../../report/access.ts';
import type { Report } from '../../report/report.ts';
import { escapePattern } from '../../writing/patterns.ts';
import { readYear } from '../../writing/years.ts';
import { plain, type ReportText } from './report-texts.ts';

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

/** Names that an agency uses for itself and for its area. */
export const SELF =
  '我局|我委|我办|我厅|我市|我县|我区|我省|我镇|我乡|我街道|我单位|我部门|本机关|本单位|本部门|本局|本委|本办|本镇|本乡|本街道|本级|全局|全委|全市|全县|全区|全省|全镇|全乡|全街道|全系统';

const MARK = String.raw`(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}[、是]|\d{1,2}(?:[、)]|\.(?!\d)|\.(?=2\d{3}年))|[①-⑳]|第[一二三四五六],|首先,|其次,)?`;
const CHINESE_YEAR = '二[〇零○][〇零○一二三四五六七八九]{2}';
/** Ranges, and spans of which the year is only one end: 2023年至2025年, 2020年以来. */
const SPAN = '(?!至|到|-|~|、|和|及|与|或|以来|来[,的]|起|开始|以后|之后|后|以前|之前|前|底前|末前|版|级|届)';
const PART = String.raw`(?:年?底|年?末|年?初|上半年|下半年|(?:第?[一二三四1-4]季度)|\d{1,2}月(?:份|\d{1,2}日)?)`;
const SENTENCE = /[^。!?\n]+/gu;
/** Longer openings need not be looked at, and long words are hard to read in a message. */
const SHOWN = 14;

/** All sentences and headings of texts that open with a year. Takes linear time. */
export function openingYearsIn(report: Report, texts: readonly ReportText[]): OpeningYear[] {
  const pattern = patternFor(report);
  return texts.flatMap((text) => {
    const sentences = [...text.text.matchAll(SENTENCE)];
    return sentences.flatMap(({ 0: words, index }, position) => {
      const after = sentences[position + 1];
      const adjoins = after && !text.text.slice(index + words.length, after.index).includes('\n');
      const sentence = { words, next: adjoins ? after[0] : '' };
      if (!words.includes('年')) return [];
      return [...words.matchAll(/[^;]+/gu)].flatMap((part) =>
        openingAt({ text, sentence, pattern }, index + part.index, part[0]),
      );
    });
  });
}

function openingAt(
  { text, sentence, pattern }: Pick<OpeningYear, 'text' | 'sentence'> & { readonly pattern: RegExp },
  index: number,
  part: string,
): OpeningYear[] {
  pattern.lastIndex = 0;
  const { before = '', year = '', part: ofYear, whole, self } = pattern.exec(part)?.groups ?? {};
  if (year === '') return [];
  const rest = part.slice(before.length);
  const start = index + before.length;
  return [
    {
      text,
      sentence,
      rest,
      year: Number(readYear(year)),
      words: text.written(start, start + Math.min(SHOWN, rest.length)).split('\n')[0] ?? '',
      first: index === 0,
      whole: whole !== undefined,
      self: self !== undefined,
      part: ofYear !== undefined,
      until: /截[至止]/u.test(before),
    },
  ];
}

function patternFor(report: Report): RegExp {
  const self = selfNames(report);
  return new RegExp(
    `(?<before>${MARK}(?:${self})?(?:截至|截止|截止到|在|过去的|回顾)?)(?<year>2\\d{3}|${CHINESE_YEAR})年(?:度|(?!度))${SPAN}(?<part>${PART})?(?<whole>,?(?<self>${self})|,|全年)?`,
    'uy',
  );
}

/** A pattern for the agency's names and for the words it uses for itself. */
export function selfNames({ data, agencyName }: Report): string {
  const names = [agencyName, textIn(data, 'agency.short_name') ?? ''].map((name) => plain(name).replaceAll('\n', ''));
  return [...names.filter(Boolean).map(escapePattern), SELF].join('|');
}
