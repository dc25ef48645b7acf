import { check } from '../../src/check/check.ts';
import { INFORMATION_PROCESSING_FEE } from '../../src/form/fee.ts';
import { isElement, parsePage, type WebNode } from '../../src/import/adapters/html/tree.ts';
import type { PublishedReading } from '../../src/import/reading.ts';
import { reportYaml } from '../../src/import/yaml/report-yaml.ts';
import { get, getIn } from '../../src/report/access.ts';
import { type Report, readReport } from '../../src/report/report.ts';
import { parse } from '../../src/source/parse.ts';
import { pageView } from '../../src/view/page.ts';

/** What a published page says: the numbers by path, the texts of the page in plain text, the facts. */
export interface Content {
  readonly cells: Readonly<Record<string, string>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, unknown>>;
  /** The figures of the fee, which are printed only as words of section six. */
  readonly fee: Readonly<Record<string, string>>;
}

export const reportOf = (text: string): Report => {
  const { report } = check(parse(text, 'report.yaml'), { today: '2025-01-10' });
  return report ?? readReport({});
};

/** The report that `report import` writes. */
export const importedReport = (reading: PublishedReading): Report => reportOf(reportYaml(reading, { schema: 'x' }));

/** `charts` also takes the words of the charts for text, as a fragment has them. */
export function contentOf(report: Report, { charts = false } = {}): Content {
  const plain = (html: string) => plainText(html, charts);
  const view = pageView(report);
  const texts: [string, string][] = [
    ['title', view.title],
    ['correction', view.corrected?.note ?? ''],
    ['preface', plain(view.preface)],
    ...view.sections.flatMap((section, index): [string, string][] => [
      [`${index + 1} above`, plain(section.above)],
      [`${index + 1} text`, plain(section.html)],
      [`${index + 1} footnote`, plain(section.table?.footnote ?? '')],
      ...section.parts.flatMap((part, at): [string, string][] => [
        [`${index + 1} part ${at + 1} heading`, plain(part.heading)],
        [`${index + 1} part ${at + 1} text`, plain(part.html)],
      ]),
    ]),
  ];
  const { data } = report;
  const aspects = SECTIONS.map((key): [string, unknown] => [`${key} aspects`, aspectsIn(data, key)]);
  const facts = FACTS.map((path): [string, unknown] => [path, getIn(data, path)]);
  const cells = [...report.cells.values()].map(({ path, text, note }) => [path, shortest(text) + (note ?? '')]);
  return {
    cells: Object.fromEntries(cells.filter(([path]) => !path?.startsWith(FEE))),
    texts: Object.fromEntries(texts),
    facts: Object.fromEntries([...facts, ...aspects].map(([key, value]) => [key, value ?? null])),
    fee: Object.fromEntries(cells.filter(([path]) => path?.startsWith(FEE))),
  };
}

const FEE = INFORMATION_PROCESSING_FEE.path;
const SECTIONS = ['overview', 'problems', 'other_matters'];
const CONTACT = ['address', 'postcode', 'phone', 'fax', 'email'].map((key) => `agency.contact.${key}`);
const FACTS = ['year', 'agency.name', 'agency.level', 'agency.kind', 'published', 'corrected.date', ...CONTACT];

/** +2 is 2, and 0.50 is 0.5. */
const shortest = (number: string): string =>
  number
    .replace(/^\+/u, '')
    .replace(/(\.\d*?)0+(?!\d)/u, '$1')
    .replace(/\.$/u, '');

function aspectsIn(data: Report['data'], key: string): unknown {
  const parts = getIn(data, `${key}.parts`);
  return Array.isArray(parts) ? parts.map((part) => get(part, 'aspect') ?? null) : null;
}

/** HTML as text: a line for each block, without white space. */
function plainText(html: string, charts: boolean): string {
  const textIn = (nodes: readonly WebNode[], name = ''): string =>
    nodes
      .map((node) => {
        if ('value' in node) return !charts && name === 'figure' ? '' : node.value.replace(/\s+/gu, '');
        if (!isElement(node) || (!charts && name === 'figure' && node.tagName !== 'figcaption')) return '';
        return (BLOCK.test(node.tagName) ? '\n' : '') + textIn(node.childNodes, node.tagName);
      })
      .join('');
  return textIn(parsePage(html).childNodes as readonly WebNode[])
    .replace(/\n+/gu, '\n')
    .trim();
}
const BLOCK = /^(?:p|li|ul|ol|tr|td|th|h\d|div|figure|figcaption)$/u;
