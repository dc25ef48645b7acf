import { EDITIONS } from '../form/editions.ts';
import type { ContentBlock, PublishedDocument } from './document.ts';
import type { Unplaced } from './reading.ts';
import { ANNEX, EXAMPLE } from './tables/contexts.ts';
import { likeness, plainLabel } from './tables/labels.ts';
import { rowsOf } from './texts/markdown.ts';
import { type ReportTitle, readTitle } from './texts/title.ts';

/** A document without the whole reports in it that are not its own, and what was in them. */
export interface OwnReport {
  readonly document: PublishedDocument;
  readonly others: readonly Unplaced[];
}

/**
 * Where a file has whole reports on several sheets, or the report of another body behind its own, everything is read
 * from one of them. Where nothing tells which, the document stays as it is.
 */
export function ownReport(document: PublishedDocument): OwnReport {
  const { blocks } = document;
  const other = otherSheets(blocks) ?? behind(blocks);
  const isOther = (block: ContentBlock) => other.has(block) && !(block.kind === 'text' && block.furniture);
  if (!blocks.some(isOther)) return { document, others: [] };
  const others = blocks.filter(isOther).map((block) => ({
    text: block.kind === 'grid' ? rowsOf(block) : block.text,
    place: block.place,
  }));
  return { document: { ...document, blocks: blocks.filter((block) => !isOther(block)) }, others };
}

const SECTIONS: readonly string[] = EDITIONS[0].sections.map(plainLabel);
/** A report with fewer of the six headings is not whole. */
const FEWEST_SECTIONS = 4;
const LONGEST_HEADING = 60;

function sectionOf(text: string): number {
  if (text.length > LONGEST_HEADING) return -1;
  const label = plainLabel(text);
  return SECTIONS.findIndex((section) => likeness(label, section) >= 0.75);
}

/** So many cells of a sheet are looked at. */
const MOST_CELLS = 3000;

const textsOf = (blocks: readonly ContentBlock[]): string[] =>
  blocks
    .flatMap((block) => (block.kind === 'text' ? [block.text] : block.cells.map(({ text }) => text)))
    .slice(0, MOST_CELLS);

function isWhole(blocks: readonly ContentBlock[]): boolean {
  const found = new Set(textsOf(blocks).map(sectionOf));
  found.delete(-1);
  return found.size >= FEWEST_SECTIONS && blocks.some(({ kind }) => kind === 'grid');
}

/** The first title in texts; it can be printed on up to three lines. */
function titleIn(texts: readonly string[]): ReportTitle | undefined {
  for (const [first] of texts.entries())
    for (const count of [1, 2, 3]) {
      const title = readTitle(texts.slice(first, first + count).join(''));
      if (title && title.agency !== '' && title.years.length > 0) return title;
    }
  return undefined;
}

/** The texts above the first section. */
function above(blocks: readonly ContentBlock[]): string[] {
  const texts = textsOf(blocks);
  const end = texts.findIndex((text) => sectionOf(text) >= 0);
  return texts.slice(0, Math.max(0, end)).filter((text) => text.length <= LONGEST_HEADING);
}

/**
 * The blocks of the sheets with other whole reports: examples, and those of earlier years; none if it is not clear which.
 * Undefined if no two sheets have whole reports.
 */
function otherSheets(blocks: readonly ContentBlock[]): ReadonlySet<ContentBlock> | undefined {
  const names = [...new Set(blocks.flatMap(({ place }) => place.sheet ?? []))];
  const sheets = names.map((name) => ({ name, blocks: blocks.filter(({ place }) => place.sheet === name) }));
  const whole = sheets.filter((sheet) => isWhole(sheet.blocks));
  if (whole.length < 2) return undefined;
  const reports = whole
    .map((sheet) => ({ sheet, texts: above(sheet.blocks) }))
    .filter(({ sheet, texts }) => ![sheet.name, ...texts].some((text) => EXAMPLE.test(text)))
    .map(({ sheet, texts }) => {
      const title = titleIn(texts);
      return { sheet, body: title?.agency, year: title?.years[0] ?? Number(/20\d\d/u.exec(sheet.name)?.[0] ?? 0) };
    });
  const newest = Math.max(...reports.map(({ year }) => year));
  const own = reports.length === 1 ? reports : reports.filter(({ year }) => year === newest);
  const bodies = new Set(reports.flatMap(({ body }) => body ?? []));
  const isKnown = reports.length === 1 || (bodies.size <= 1 && reports.every(({ year }) => year > 0));
  if (own.length !== 1 || !isKnown) return new Set();
  return new Set(whole.filter((sheet) => sheet !== own[0]?.sheet).flatMap((sheet) => sheet.blocks));
}

/** The blocks behind the last section of a report, from an annex or a title of another body on, if they are a whole report. */
function behind(blocks: readonly ContentBlock[]): ReadonlySet<ContentBlock> {
  const sections = blocks.map((block) => (block.kind === 'text' ? sectionOf(block.text) : -1));
  const grid = blocks.findIndex(({ kind }) => kind === 'grid');
  const seen = new Set<number>();
  const last = sections.findIndex((section, at) => {
    if (section >= 0) seen.add(section);
    return section === SECTIONS.length - 1 && seen.size >= FEWEST_SECTIONS && grid >= 0 && grid < at;
  });
  const next = sections.findIndex((section, at) => last >= 0 && at > last && section === 0);
  const own = titleIn(above(blocks));
  if (next < 0 || !own) return new Set();
  const start = blocks.findIndex((block, at) => {
    if (at <= last || at >= next || block.kind !== 'text') return false;
    const title = titleIn(textsOf(blocks.slice(at, Math.min(at + 3, next))).slice(0, 3));
    const begins = title && plainLabel(title.text).startsWith(plainLabel(block.text).slice(0, 6));
    return ANNEX.test(block.text.trim()) || (begins && title.agency !== own.agency);
  });
  const rest = start < 0 ? [] : blocks.slice(start);
  return new Set(isWhole(rest) ? rest : []);
}
