import { SECTION_KEYS } from '../form/section-keys.ts';
import type { Data } from '../report/access.ts';
import type { Report } from '../report/report.ts';
import { unescapeMarkup } from '../writing/markup.ts';
import { tableNumbers } from './data.ts';
import type { Html, PageView, SectionView } from './page-view.ts';

/**
 * The numbers and texts of a page as JSON, with the keys of a report file, for a report whose file must not be published. It
 * has only what the page prints, so it is made from the view: prose is plain text, and keys that are not printed are missing.
 */
export function printedData(report: Report, view: PageView): string {
  const { form } = report;
  const [from, to] = view.periodDates.split('/');
  const { corrected } = view;
  const sections = view.sections.map((section, index) => {
    const table = form.tables.find(({ key }) => key === section.table?.key);
    return [SECTION_KEYS[index], { ...(table && tableNumbers(report, table)), ...textsOf(section) }] as const;
  });
  const data = {
    form: form.id,
    year: report.year,
    title: view.title,
    agency: { name: view.agency },
    ...(to && { period: { from, to } }),
    ...(view.publishedDate && { published: view.publishedDate }),
    ...(corrected && { corrected: { date: corrected.machineDate, note: corrected.note } }),
    preface: { text: textOf(view.preface) },
    ...Object.fromEntries(sections),
  };
  return JSON.stringify(data, undefined, 2);
}

function textsOf({ above, html, parts, table }: SectionView): Data {
  const texts = table ? { text_above: above, footnote: table.footnote ?? '', text_below: html } : { text: html };
  const written = Object.entries(texts).filter(([, text]) => text !== '');
  return {
    ...Object.fromEntries(written.map(([key, text]) => [key, textOf(text)])),
    ...(parts.length > 0 && {
      parts: parts.map(({ heading, html: text }) => ({ heading: textOf(heading), text: textOf(text) })),
    }),
  };
}

const textOf = (html: Html): string =>
  unescapeMarkup(html.replace(/<[^>]*>/gu, ''))
    .replace(/\n\s*\n/gu, '\n')
    .trim();
