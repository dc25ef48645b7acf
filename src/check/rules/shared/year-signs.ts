import type { Related } from '../../../diagnostics/diagnostic.ts';
import { say, type Text } from '../../../diagnostics/text.ts';
import { EDITIONS, editionById } from '../../../form/editions.ts';
import { formCells } from '../../../form/walk.ts';
import { type Data, getIn, isData, textIn } from '../../../report/access.ts';
import { dayAt } from '../../../report/day.ts';
import type { RuleInput } from '../../rule.ts';
import { openingsInAnotherYear, openingsOf } from '../../texts/another-year.ts';
import { yearsNamedIn } from '../../texts/named-years.ts';
import { citationsIn } from '../../texts/notices.ts';
import { textsOf } from '../../texts/report-texts.ts';
import { titleOf } from '../../texts/titles.ts';

/** Something in a file, besides `year`, that tells the year of the report. */
export interface YearSign {
  /** As in a message, such as 发布日期（2026-01-20）. */
  readonly what: Text;
  readonly years: Years;
  readonly path?: Related['path'];
}

/** The years that a sign can mean, both inclusive. */
interface Years {
  readonly from: number;
  readonly to: number;
}

/** All signs of a file, the ones that are hardest to mistype first. */
export const yearSigns = (input: RuleInput): YearSign[] =>
  [published, period, titled, told, fileName, before, edition, tables, notice].flatMap((sign) => sign(input) ?? []);

export const allows = ({ years: { from, to } }: YearSign, year: number): boolean => from <= year && year <= to;

const only = (year: number): Years => ({ from: year, to: year });
const yearOf = (day: string): number => Number(day.slice(0, 4));

function published({ report: { data } }: RuleInput): YearSign | undefined {
  const day = dayAt(data, 'published');
  if (day === undefined) return undefined;
  const what = say(`发布日期（${day}）`, `the publication date (${day})`);
  return { what, years: only(yearOf(day) - 1), path: ['published'] };
}

function period({ report: { data } }: RuleInput): YearSign | undefined {
  const [from, to] = [dayAt(data, 'period.from'), dayAt(data, 'period.to')];
  const one = from ?? to;
  if (one === undefined || yearOf(from ?? one) !== yearOf(to ?? one)) return undefined;
  return { what: say('统计期限', 'the period'), years: only(yearOf(one)), path: ['period'] };
}

function titled({ report }: RuleInput): YearSign | undefined {
  const years = new Set(titleOf(report)?.years);
  const [year] = years;
  if (year === undefined || years.size > 1) return undefined;
  return { what: say('标题', 'the title'), years: only(Number(year)), path: ['title'] };
}

/** The year that most sentences of the prose open with, and that the preface gives for the report. */
function told({ report }: RuleInput): YearSign | undefined {
  const own = openingsOf(report).filter(({ year }) => year === report.year);
  const all = [...own, ...openingsInAnotherYear(report), ...yearsNamedIn(report)].filter(isWritten);
  const counts = new Map<number, number>();
  for (const { year } of all) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] === second?.[1]) return undefined;
  const [year] = first;
  const place = all.find((one) => one.year === year);
  return { what: say('正文', 'the prose'), years: only(year), ...(place && { path: place.text.path }) };
}

/** Whether the year is written out: {{year}} only repeats the year of the report. */
const isWritten = ({ words }: { readonly words: string }): boolean => !words.includes('{{');

/** A name with several years, such as `2024-2025.yaml`, tells nothing. */
export function fileName({ file = '' }: RuleInput): YearSign | undefined {
  const name = file.split(/[/\\]/).at(-1) ?? '';
  const years = new Set(name.match(/(?<![0-9])20[0-9]{2}(?![0-9])/g));
  const [year] = years;
  if (year === undefined || years.size > 1) return undefined;
  return { what: say(`文件名（${name}）`, `the file name (${name})`), years: only(Number(year)) };
}

/** Last year's file, if the report itself names it; one that was chosen by year tells nothing. */
function before({ report, previous, misplaced }: RuleInput): YearSign | undefined {
  const year = (previous ?? misplaced)?.year;
  if (year === undefined || getIn(report.data, 'previous') === undefined) return undefined;
  return { what: say('上年报告', "last year's report"), years: only(year + 1), path: ['previous'] };
}

function edition({ report: { data } }: RuleInput): YearSign | undefined {
  const form = editionById(textIn(data, 'form') ?? '');
  return form && { what: say('格式（form）', 'the form'), years: span(form), path: ['form'] };
}

/** The edition of the form that has all numbers of table 二, if no other edition has them. */
function tables({ report: { data } }: RuleInput): YearSign | undefined {
  const rows = Object.entries(dataAt(data, TABLE));
  const written = rows.flatMap(([row, columns]) =>
    Object.keys(isData(columns) ? columns : {}).map((one) => `${row}.${one}`),
  );
  const fitting = EDITIONS.filter((form) => written.every((path) => CELLS.get(form)?.has(`${TABLE}.${path}`)));
  const [form] = fitting;
  if (!form || written.length === 0 || fitting.length > 1) return undefined;
  return { what: say('表二的各行', 'the rows of table 二'), years: span(form), path: [TABLE] };
}

const TABLE = 'active_disclosure';
const CELLS = new Map(EDITIONS.map((form) => [form, formCells(form)]));
const dataAt = (data: unknown, path: string): Data => {
  const found = getIn(data, path);
  return isData(found) ? found : {};
};

function notice({ report }: RuleInput): YearSign | undefined {
  const cited = textsOf(report)
    .flatMap(citationsIn)
    .flatMap(({ numbered, titled, text }) => {
      const one = numbered ?? titled;
      return one ? [{ one, text }] : [];
    });
  const [first] = cited;
  if (!first || cited.some(({ one }) => one !== first.one)) return undefined;
  const { number, form } = first.one;
  return {
    what: say(`引用的通知（${number}）`, `the notice cited (${number})`),
    years: span(form),
    path: first.text.path,
  };
}

const span = ({ years: { from, to } }: { years: { from: number; to?: number } }): Years => ({
  from,
  to: to ?? Number.POSITIVE_INFINITY,
});
