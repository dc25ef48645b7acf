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

/** A report in which nothing happened, every row of the form written as a zero, so that an example can change one of them. */
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

/** Lays one map over another: maps are joined, everything else replaces; one row takes the place of a group of rows. */
function overlay(below: Data, above: Data): Data {
  const joined: Data = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const old = joined[key];
    joined[key] = isMap(old) && isMap(value) && isRow(value) === isRow(old) ? overlay(old, value) : value;
  }
  return joined;
}

/** The whole report an example stands for. Its numbers are kept as written. */
function laidOver(example: string, year: number): string {
  const part = (parseYaml(example) ?? {}) as Data;
  return yamlOf(overlay(base(Number(part.year ?? year), part.form), part));
}

/** Rules whose bad example no text of a report can show: each has a test of its own, named here. */
export const SHOWN_ELSEWHERE: Readonly<Record<string, string>> = {
  'file-encoding': 'test/source/decode.test.ts',
  'file-too-large': 'test/source/decode.test.ts',
  'yaml-too-deep': 'test/source/nesting.test.ts',
  'previous-unreadable': 'test/cli/previous.test.ts',
  'glyph-missing': 'test/render/build.test.ts',
  'page-content': 'test/render/page-checks.test.ts',
  'page-layout': 'test/render/page-checks.test.ts',
};

/** Mistakes of YAML itself stand as text below a sound report. */
const isAboutYaml = (id: string): boolean => id.startsWith('yaml-') || id === 'duplicate-key';

/** The file that an example of a rule stands for. */
export function exampleFile({ id, example }: Pick<RuleInfo, 'id' | 'example'>, kind: 'good' | 'bad'): string {
  if (kind === 'bad' && id.startsWith('file-')) return example.bad;
  if (isAboutYaml(id)) return `${yamlOf(nothingHappened())}${example[kind]}\n`;
  return laidOver(example[kind], 2023);
}

/** Last year's report, where an example has one. */
function previousIn({ previous }: RuleExample, text: string): Previous | undefined {
  if (previous === undefined) return undefined;
  const year = Number(/^year: ([0-9]{4})$/m.exec(text)?.[1]) - 1;
  const source = parse(laidOver(previous, year), 'previous.yaml');
  return { source, report: readReport(source.data) };
}

/** Rules that are off by default speak only when asked. */
export const settingsFor = ({ id, off }: Pick<RuleInfo, 'id' | 'off'>): Settings =>
  off ? { ...DEFAULT_SETTINGS, severities: { [id]: 'warning' } } : DEFAULT_SETTINGS;

/** What checking a text gives, with what a rule's examples are checked against. */
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

/** What checking a rule's example gives. */
export const checkExample = (rule: RuleInfo, kind: 'good' | 'bad', settings?: Settings): Checked =>
  checkAgainst(rule, exampleFile(rule, kind), settings);

/** Every rule whose examples can be shown, and so are run. */
export const SHOWN = ALL_RULES.filter(({ id }) => !Object.hasOwn(SHOWN_ELSEWHERE, id));

/** What the checks find in an example of a test's own, with the last year's report of the rule's. */
export const findingsInExample = (
  example: Pick<RuleExample, 'previous'>,
  text: string,
  settings: Settings = DEFAULT_SETTINGS,
): readonly Diagnostic[] =>
  checkAgainst({ id: '', example: { good: '', bad: '', ...example } }, laidOver(text, 2023), settings).diagnostics;
