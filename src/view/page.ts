import { SECTION_KEYS } from '../form/section-keys.ts';
import { renderInline, renderMarkdown, UNKNOWN } from '../prose/markdown.ts';
import { get, getIn, isData, textIn } from '../report/access.ts';
import type { Report } from '../report/report.ts';
import { chineseNumeral } from '../writing/numerals.ts';
import { Charts } from './charts.ts';
import { columnsInWords } from './columns-in-words.ts';
import { DRAFT_SUFFIX, draftView, withNotes } from './draft.ts';
import { feeSentence } from './fee-sentence.ts';
import { agencyText, correctionView, periodDates, periodText, publicationDate, titleText, yearText } from './head.ts';
import type { DraftNote, Html, PageView, PartView, SectionView, TableView } from './page-view.ts';
import { defaultPreface } from './preface.ts';
import { printed } from './printed.ts';
import { tableGrid } from './table-grid.ts';
import { titleLines } from './title-lines.ts';

/**
 * Makes the content of a page from a report; with findings, the content of a draft. Unknown values are 待填, never blank or
 * zero. Throws only if there is a bug.
 */
export function pageView(report: Report, notes?: readonly DraftNote[]): PageView {
  const published = publicationDate(report);
  const corrected = correctionView(report);
  const { from, to } = periodText(report);
  const draft = notes && draftView(notes);
  const lines = [...titleLines(titleText(report)), ...(draft ? [[DRAFT_SUFFIX]] : [])];
  const charts = new Charts(report);
  const hasPreface = isData(getIn(report.data, 'preface'));
  const preface = hasPreface ? prose(report, 'preface.text', charts, TITLE) : defaultPreface(report);
  const sections = report.form.sections.map((name, index) => sectionView(report, index + 1, name, charts));
  return {
    title: lines.flat().join(''),
    titleLines: lines,
    titleParts: lines.flat(),
    agency: agencyText(report),
    year: yearText(report),
    published: published.text,
    publishedDate: published.machine,
    period: `${from}至${to}`,
    periodDates: periodDates(report),
    ...(corrected && { corrected }),
    preface,
    sections: draft ? withNotes(sections, draft) : sections,
    charts: charts.views,
    ...(draft && { draft }),
  };
}

/** The levels of the headings above texts. */
const [TITLE, SECTION, PART] = [1, 2, 3];

/** The Markdown text at a path, as HTML, below a heading of this level. */
function prose(report: Report, path: string, charts: Charts, below: number): Html {
  const text = textIn(report.data, path) ?? '';
  if (text.trim() === '') return `<p>${UNKNOWN}</p>`;
  return renderMarkdown(
    text,
    (name) => printed(report, name),
    (expression) => charts.html(expression),
    below,
  );
}

function sectionView(report: Report, number: number, name: string, charts: Charts): SectionView {
  const key = SECTION_KEYS[number - 1] ?? '';
  const table = report.form.tables.find(({ section }) => section === number);
  return {
    id: `section-${number}`,
    title: `${chineseNumeral(number)}、${name}`,
    above: table ? tableText(report, `${key}.text_above`, charts) : '',
    html: table ? tableText(report, `${key}.text_below`, charts) : sectionText(report, key, charts),
    parts: sectionParts(report, key, number, charts),
    ...(table && { table: tableView(report, table) }),
  };
}

function sectionText(report: Report, key: string, charts: Charts): Html {
  const section = getIn(report.data, key);
  if (get(section, 'text') !== undefined) return prose(report, `${key}.text`, charts, SECTION);
  if (partsOf(report, key).length > 0) return '';
  if (key !== 'other_matters' || !isData(section)) return `<p>${UNKNOWN}</p>`;
  return renderMarkdown(feeSentence(report), (path) => printed(report, path));
}

/** The prose above or below a table; empty if the report has none. */
const tableText = (report: Report, path: string, charts: Charts): Html =>
  getIn(report.data, path) === undefined ? '' : prose(report, path, charts, SECTION);

function partsOf({ data }: Report, key: string): readonly unknown[] {
  const parts = getIn(data, `${key}.parts`);
  return Array.isArray(parts) ? parts : [];
}

function sectionParts(report: Report, key: string, number: number, charts: Charts): PartView[] {
  return partsOf(report, key).map((part, index) => {
    const heading = textIn(part, 'heading') ?? '';
    const print = (path: string) => printed(report, path);
    return {
      id: `section-${number}-${index + 1}`,
      heading: `（${chineseNumeral(index + 1)}）${heading.trim() === '' ? UNKNOWN : renderInline(heading, print)}`,
      html: prose(report, `${key}.parts.${index}.text`, charts, PART),
    };
  });
}

function tableView(report: Report, table: Report['form']['tables'][number]): TableView {
  const footnote = textIn(report.data, `${table.key}.footnote`);
  const columns = columnsInWords(table);
  return {
    key: table.key,
    layout: table.layout,
    caption: table.label,
    grid: tableGrid(table, report),
    ...(columns && { columnsInWords: columns }),
    ...(footnote && { footnote: renderInline(footnote, (path) => printed(report, path)) }),
  };
}
