import { renderInline, renderMarkdown } from '../prose/markdown.ts';
import { getIn, isData, textIn } from '../report/access.ts';
import { periodOf } from '../report/period.ts';
import type { Report } from '../report/report.ts';
import { resolve } from '../report/resolve.ts';
import { feeSentence } from './fee-sentence.ts';
import type { Grid } from './grid.ts';
import { defaultPreface } from './preface.ts';
import { tableGrid } from './table-grid.ts';
import { chineseDate, chineseNumeral } from './words.ts';

/** HTML made from a report's Markdown; everything else in a view is plain text. */
export type Html = string;

/** What a page shows: the one thing that templates and other output formats see. Every number and date is already written out. */
export interface PageView {
  readonly title: string;
  /** The title where it may break: agency, then the rest. One part when the report gives its own title. */
  readonly titleParts: readonly string[];
  readonly agency: string;
  readonly year: string;
  /** 2024年1月22日 */
  readonly published: string;
  /** The same for machines: 2024-01-22. */
  readonly publishedDate: string;
  /** 2023年1月1日至2023年12月31日 */
  readonly period: string;
  readonly corrected?: { readonly date: string; readonly note: string };
  readonly preface: Html;
  readonly sections: readonly SectionView[];
}

export interface SectionView {
  readonly id: string;
  /** 一、总体情况 */
  readonly title: string;
  readonly html: Html;
  readonly parts: readonly PartView[];
  readonly table?: TableView;
}

export interface PartView {
  readonly id: string;
  /** （一）认真落实主动公开 */
  readonly heading: Html;
  readonly html: Html;
}

export interface TableView {
  readonly key: string;
  readonly layout: string;
  readonly caption: string;
  readonly grid: Grid;
  /** On paper it is longer than a page, and its grid says where it breaks. */
  readonly broken?: true;
  readonly footnote?: Html;
}

const PROSE_SECTIONS: Readonly<Record<number, string>> = { 1: 'overview', 5: 'problems', 6: 'other_matters' };

/** A report -> what its page shows. The report has passed its checks; throws only on a bug. */
export function pageView(report: Report): PageView {
  const { data, agencyName, title } = report;
  const print = (path: string) => printed(report, path);
  const { from, to } = periodOf(report);
  const publishedDate = textIn(data, 'published') ?? '';
  const date = textIn(data, 'corrected.date');
  const ownPreface = textIn(data, 'preface.text');
  return {
    title,
    titleParts: titleParts(title, agencyName),
    agency: agencyName,
    year: String(report.year ?? ''),
    published: publishedDate && chineseDate(publishedDate),
    publishedDate,
    period: `${chineseDate(from)}至${chineseDate(to)}`,
    ...(date && { corrected: { date: chineseDate(date), note: textIn(data, 'corrected.note') ?? '' } }),
    preface: ownPreface === undefined ? defaultPreface(report) : renderMarkdown(ownPreface, print),
    sections: report.form.sections.map((name, index) => sectionView(report, index + 1, name)),
  };
}

function printed(report: Report, path: string): string | undefined {
  const found = resolve(report, path);
  return found && ('cell' in found ? found.cell.text : found.text);
}

function titleParts(title: string, agency: string): string[] {
  const rest = title.startsWith(agency) ? title.slice(agency.length) : '';
  return agency && rest ? [agency, rest] : [title];
}

function sectionView(report: Report, number: number, name: string): SectionView {
  const key = PROSE_SECTIONS[number];
  const table = report.form.tables.find(({ section }) => section === number);
  return {
    id: `section-${number}`,
    title: `${chineseNumeral(number)}、${name}`,
    html: key ? sectionText(report, key) : '',
    parts: key ? sectionParts(report, key, number) : [],
    ...(table && { table: tableView(report, table) }),
  };
}

function sectionText(report: Report, key: string): Html {
  const own = textIn(report.data, `${key}.text`);
  const hasParts = Array.isArray(getIn(report.data, `${key}.parts`));
  const text = own ?? (key === 'other_matters' && !hasParts ? feeSentence(report) : '');
  return renderMarkdown(text, (path) => printed(report, path));
}

function sectionParts(report: Report, key: string, number: number): PartView[] {
  const parts = getIn(report.data, `${key}.parts`);
  if (!Array.isArray(parts)) return [];
  const print = (path: string) => printed(report, path);
  return parts.filter(isData).map((part, index) => ({
    id: `section-${number}-${index + 1}`,
    heading: `（${chineseNumeral(index + 1)}）${renderInline(String(part.heading ?? ''), print)}`,
    html: renderMarkdown(String(part.text ?? ''), print),
  }));
}

function tableView(report: Report, table: Report['form']['tables'][number]): TableView {
  const footnote = textIn(report.data, `${table.key}.footnote`);
  return {
    key: table.key,
    layout: table.layout,
    caption: table.label,
    grid: tableGrid(table, report),
    ...(footnote && { footnote: renderInline(footnote, (path) => printed(report, path)) }),
  };
}
