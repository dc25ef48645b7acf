import type { FormDef } from '../../form/types.ts';
import type { ContentBlock, ContentGrid, ContentText, PublishedDocument } from '../document.ts';
import { likeness, plainLabel } from './labels.ts';

/** What the texts above a block say about it. */
export interface GridContext {
  /** The index of the section of the report, from 0; -1 before the first. */
  readonly section: number;
  /** Why it is not the report's own: an example, another year, another body, an annex. */
  readonly other?: 'example' | 'year' | 'body' | 'annex';
  /** The caption says that it is the report's own: this year, this body. */
  readonly own: boolean;
  /** The last caption. */
  readonly caption: string;
  /** What holds for the whole report that began last: there can be another one in the annex. */
  readonly report?: GridContext['other'];
}

/** Longer texts are no captions. */
const LONGEST_CAPTION = 60;
export const EXAMPLE = /示例|样表|范例|填报说明|填表说明|模板|仅供参考/u;
const LAST_YEAR = /上年度?(?!结转)|上一年度?|去年|往年|历年|上期/u;
const THIS_YEAR = /本年度?(?!新|制|废|处|收|度办)|今年|本期/u;
const OWN_BODY = /本(?:单位|机关|部门|局|委|厅|办|镇|乡|街道)/u;
export const ANNEX = /^附(?:件|录|表)?[\d一二三四五六七八九十]{0,2}(?:[:：]|$)/u;
/** A year, but not that of a day, as a report is published in the next year. */
const YEAR = /(?<!\d)20\d\d(?=年(?!\d{1,2}月\d{1,2}日(?!\s*[-—–至到])))/gu;
const TITLE = /^(.{0,40}?)(20\d\d)?年?度?.{0,6}信息公开.{0,8}(?:报告|年报)(?:[（(].{1,10}[)）])?$/u;

interface Title {
  readonly body: string;
  readonly year: string | undefined;
  /** There are other titles with other years. */
  readonly several?: boolean;
}

/** The title of a report with its body and year, if a text is one. */
function titleOf(text: string): Title | undefined {
  const found = text.length <= LONGEST_CAPTION ? TITLE.exec(text.replace(/\s+/gu, '')) : null;
  return found ? { body: (found[1] ?? '').replace(ANNEX, ''), year: found[2] } : undefined;
}

/** The title of the report: the highest heading before its tables that is one, or the first text. */
function mainTitle(blocks: readonly ContentBlock[]): Title | undefined {
  const end = blocks.findIndex(({ kind }) => kind === 'grid');
  const texts = blocks.slice(0, end < 0 ? undefined : end).flatMap((block) => (isText(block) ? [block] : []));
  const titles = texts.flatMap(({ text, level = 9 }) => {
    const title = titleOf(text);
    return title ? [{ ...title, level }] : [];
  });
  const highest = titles.filter(({ level }) => level === Math.min(...titles.map((one) => one.level)));
  const years = new Set(highest.flatMap(({ year }) => year ?? []));
  const [first] = highest;
  // Where titles name several years, none of them is known to be the report's.
  return first && { body: first.body, year: years.size === 1 ? [...years][0] : undefined, several: years.size > 1 };
}

const isText = (block: ContentBlock): block is ContentText => block.kind === 'text' && !block.furniture;

/** The year of a report by its title, or else by the first text that names a year and a report. */
export function yearOf({ blocks, properties }: PublishedDocument): string | undefined {
  const named = (text: string): string | undefined => text.match(YEAR)?.[0];
  const title = mainTitle(blocks);
  if (title?.several) return undefined;
  const first = blocks.find((block) => isText(block) && block.text.includes('报告') && named(block.text));
  return title?.year ?? (first?.kind === 'text' ? named(first.text) : undefined) ?? named(properties.title ?? '');
}

/**
 * The context of every block. A caption holds up to the next one or to the next section. The captions in the grids of
 * `ofYears` are about parts of them.
 */
export function contextsOf(
  document: PublishedDocument,
  form: FormDef,
  ofYears: ReadonlySet<ContentGrid> = new Set(),
): GridContext[] {
  const title = mainTitle(document.blocks);
  const about = { year: yearOf(document), body: title?.body ?? '' };
  const sections = form.sections.map(plainLabel);
  const words = { ...about, sections };
  let now: GridContext = { section: -1, own: false, caption: '' };
  return document.blocks.map((block, index) => {
    const before = document.blocks[index - 1];
    // What was said of the last grid is not said of the next one below a caption of its own.
    if (before?.kind === 'grid') now = { ...now, own: false };
    const { sheet } = block.place;
    if (sheet !== undefined && sheet !== before?.place.sheet) now = after(reportOf(now), sheet, words);
    if (block.kind === 'text') {
      now = isText(block) && captionOf(block.text) ? after(now, block.text.trim(), words) : now;
      return now;
    }
    const texts = ofYears.has(block) ? [] : topTexts(block);
    const inside = texts.reduce((context, text) => after(context, text, words), now);
    // A caption in a grid is only about this grid.
    if (inside.section !== now.section) now = reportOf(inside);
    return inside;
  });
}

const captionOf = (text: string): boolean => text.length <= LONGEST_CAPTION && !/[。；]$/u.test(text);

/** What holds without any caption. */
const reportOf = ({ section, report }: GridContext): GridContext => ({
  section,
  own: false,
  caption: '',
  ...(report && { other: report, report }),
});

/** The captions that are printed in the first rows of a grid: rows with one text only. */
function topTexts({ cells }: ContentGrid): string[] {
  const texts: string[] = [];
  for (let row = 0; row < MOST_CAPTIONS; row++) {
    const written = cells.filter((cell) => cell.row === row && cell.text.trim() !== '');
    const [only] = written;
    if (written.length > 1 || (only && !captionOf(only.text))) break;
    if (only) texts.push(only.text.trim());
  }
  return texts;
}

/** Captions in a grid stand in so many rows at most. */
const MOST_CAPTIONS = 4;

interface About {
  readonly year: string | undefined;
  readonly body: string;
  readonly sections: readonly string[];
}

/** The context below a short text. */
function after(now: GridContext, text: string, { year, body, sections }: About): GridContext {
  const label = plainLabel(text);
  const section = sections.findIndex((one) => likeness(label, one) >= 0.75);
  if (section >= 0) {
    // The same section again belongs to another report: what its title or annex said holds for all of it.
    const report = section > now.section ? now.report : now.other;
    return { section, own: false, caption: '', ...(report && { other: report, report }) };
  }
  const title = titleOf(text);
  const years = new Set(text.match(YEAR) ?? []);
  const only = years.size === 1 ? [...years][0] : title?.year;
  const next = (other?: GridContext['other']): GridContext => ({
    section: now.section,
    caption: text,
    own: other === undefined,
    ...(other && { other }),
    ...(now.report && { report: now.report }),
  });
  if (EXAMPLE.test(text)) return next('example');
  if (only && year && only !== year) return next('year');
  if (title?.body && body && title.body !== body) return next('body');
  if (ANNEX.test(text)) return next('annex');
  if (title) return now.other === 'annex' ? now : { ...next(), own: false };
  if (only === undefined && LAST_YEAR.test(text)) return next('year');
  if (only === year && only !== undefined) return next();
  if (OWN_BODY.test(text) || (body !== '' && text.includes(body)) || THIS_YEAR.test(text)) return next();
  return { ...now, caption: text };
}
