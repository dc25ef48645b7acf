import { parseDocument } from 'htmlparser2';
import { check } from '../../src/check/check.ts';
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
}

export const reportOf = (text: string): Report => {
  const { report } = check(parse(text, 'report.yaml'), { today: '2025-01-10' });
  return report ?? readReport({});
};

/** The report that `report import` writes. */
export const importedReport = (reading: PublishedReading): Report => reportOf(reportYaml(reading, { schema: 'x' }));

export function contentOf(report: Report): Content {
  const view = pageView(report);
  const texts: [string, string][] = [
    ['title', view.title],
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
  const aspects = ['overview', 'problems', 'other_matters'].map((key) => [`${key} aspects`, aspectsIn(data, key)]);
  const facts = FACTS.map((path) => [path, getIn(data, path)]);
  return {
    cells: Object.fromEntries([...report.cells.values()].map(({ path, text, note }) => [path, note === undefined ? text : `${text}（${note}）`])),
    texts: Object.fromEntries(texts),
    facts: Object.fromEntries([...facts, ...aspects].map(([key, value]) => [key, value ?? null])),
  };
}

const FACTS = ['year', 'agency.name', 'agency.level', 'agency.kind', 'published', 'corrected.date', ...['address', 'postcode', 'phone', 'fax', 'email'].map((key) => `agency.contact.${key}`)];

function aspectsIn(data: unknown, key: string): unknown {
  const parts = getIn(data as never, `${key}.parts`);
  return Array.isArray(parts) ? parts.map((part) => get(part, 'aspect') ?? null) : null;
}

/** HTML as text: a line for each block, without white space. */
function plain(html: string): string {
  const textIn = (nodes: readonly Node[]): string =>
    nodes.map((node) => (node.data !== undefined && node.type === 'text' ? node.data.replace(/\s+/gu, '') : node.children ? `${BLOCK.test(node.name ?? '') ? '\n' : ''}${textIn(node.children)}` : '')).join('');
  return textIn(parseDocument(html).children as unknown as Node[]).trim();
}
const BLOCK = /^(?:p|li|ul|ol|tr|td|th|h\d|div|figure)$/u;

interface Node {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly children?: readonly Node[];
}
