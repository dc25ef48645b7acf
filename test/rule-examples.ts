import { parse as parseYaml } from 'yaml';
import { type Checked, check, type Previous } from '../src/check/check.ts';
import { ALL_RULES } from '../src/check/rule-list.ts';
import { DEFAULT_SETTINGS, type Settings } from '../src/check/settings.ts';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import type { RuleExample, RuleInfo } from '../src/diagnostics/rule.ts';
import { EDITIONS } from '../src/form/editions.ts';
import type { RowNodeDef } from '../src/form/types.ts';
import { readReport } from '../src/report/report.ts';
import { decode } from '../src/source/decode.ts';
import { parse, unreadable } from '../src/source/parse.ts';
import { type Data, nothingHappened, type Value, yamlOf } from './reports.ts';

/** A report with all rows of the form written as zero, so that an example can change any of them. */
function base(year: number, named?: Value): Data {
  const report = nothingHappened(year);
  const form = EDITIONS.find(({ id }) => id === (named ?? (year < 2021 ? '2019' : '2021')));
  const rows = (nodes: readonly RowNodeDef[]): Data =>
    Object.fromEntries(
      nodes.flatMap((node): [string, Value][] => {
        if ('rows' in node) return [[node.key, rows(node.rows)]];
        return node.total ? [] : [[node.key, 0]];
      }),
    );
  for (const table of form?.tables ?? []) report[table.key] = rows(table.blocks.flatMap((block) => [...block.rows]));
  return report;
}

const isMap = (value: Value | undefined): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRow = (value: Data): boolean => Object.hasOwn(value, 'natural_person');

/** Merges one map into another. Maps are joined, other values are replaced; a single row replaces a group of rows. */
function overlay(below: Data, above: Data): Data {
  const joined: Data = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const old = joined[key];
    joined[key] = isMap(old) && isMap(value) && isRow(value) === isRow(old) ? overlay(old, value) : value;
  }
  return joined;
}

/** The complete report of an example. Numbers stay as written. */
function laidOver(example: string, year: number): string {
  const part = (parseYaml(example) ?? {}) as Data;
  return yamlOf(overlay(base(Number(part.year ?? year), part.form), part));
}

/** Rules whose bad example cannot be shown as the text of a report, each with the test that covers it. */
export const SHOWN_ELSEWHERE: Readonly<Record<string, string>> = {
  'file-encoding': 'test/source/decode.test.ts',
  'file-too-large': 'test/source/decode.test.ts',
  'yaml-too-deep': 'test/source/limits.test.ts',
  'yaml-too-large': 'test/source/limits.test.ts',
  'previous-unreadable': 'test/cli/previous.test.ts',
  'file-not-readable': 'test/workspace/published.test.ts',
  'table-not-found': 'test/check/published.test.ts',
  'reading-doubtful': 'test/check/published.test.ts',
  'blank-for-zero': 'test/check/published.test.ts',
  'glyph-missing': 'test/render/build.test.ts',
  'page-content': 'test/render/page-checks.test.ts',
  'page-layout': 'test/render/page-checks.test.ts',
};

/** Mistakes in YAML are added as text below a correct report. */
const isAboutYaml = (id: string): boolean => id.startsWith('yaml-') || id === 'duplicate-key';

/** The complete file of an example of a rule. */
export function exampleFile({ id, example }: Pick<RuleInfo, 'id' | 'example'>, kind: 'good' | 'bad'): string {
  if (kind === 'bad' && id.startsWith('file-')) return example.bad;
  if (isAboutYaml(id)) return `${yamlOf(nothingHappened())}${example[kind]}\n`;
  return laidOver(example[kind], 2023);
}

/** Last year's report, if an example has one. */
function previousIn({ previous }: RuleExample, text: string): Previous | undefined {
  if (previous === undefined) return undefined;
  const year = Number(/^year: ([0-9]{4})$/m.exec(text)?.[1]) - 1;
  const source = parse(laidOver(previous, year), 'previous.yaml');
  return { source, report: readReport(source.data) };
}

/** Settings that turn on a rule that is off by default. */
export const settingsFor = ({ id, off }: Pick<RuleInfo, 'id' | 'off'>): Settings =>
  off ? { ...DEFAULT_SETTINGS, severities: { [id]: 'warning' } } : DEFAULT_SETTINGS;

/** Checks a text with the settings and the last year's report of a rule's examples. */
export function checkAgainst(
  rule: Pick<RuleInfo, 'id' | 'off' | 'example'>,
  text: string,
  settings: Settings = settingsFor(rule),
): Checked {
  const content = decode(Buffer.from(text));
  const source = typeof content === 'string' ? parse(content, 'report.yaml') : unreadable('report.yaml', content);
  const previous = previousIn(rule.example, text);
  return check(source, { settings, today: '2025-01-10', ...(previous && { previous }) });
}

/** Checks an example of a rule. */
export const checkExample = (rule: RuleInfo, kind: 'good' | 'bad', settings?: Settings): Checked =>
  checkAgainst(rule, exampleFile(rule, kind), settings);

/** The rules whose examples are tested. */
export const SHOWN = ALL_RULES.filter(({ id }) => !Object.hasOwn(SHOWN_ELSEWHERE, id));

/** The findings in a test's own example, with the last year's report of the rule's example. */
export const findingsInExample = (
  example: Pick<RuleExample, 'previous'>,
  text: string,
  settings: Settings = DEFAULT_SETTINGS,
): readonly Diagnostic[] =>
  checkAgainst({ id: '', example: { good: '', bad: '', ...example } }, laidOver(text, 2023), settings).diagnostics;
