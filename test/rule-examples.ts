import { parse as parseYaml } from 'yaml';
import { type CheckOptions, check } from '../src/check/check.ts';
import { DEFAULT_SETTINGS, type Settings } from '../src/check/settings.ts';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import type { RuleExample } from '../src/diagnostics/rule.ts';
import { EDITIONS } from '../src/form/editions.ts';
import type { RowNodeDef } from '../src/form/types.ts';
import { readReport } from '../src/report/report.ts';
import { parse } from '../src/source/parse.ts';
import { type Data, nothingHappened, type Value, yamlOf } from './reports.ts';

/** A report in which nothing happened, every row of the form written as a zero, so that an example can change one of them. */
function base(year: number): Data {
  const report = nothingHappened(year);
  const form = EDITIONS.find(({ id }) => id === (year < 2021 ? '2019' : '2021'));
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

/** Lays one map over another: maps are joined, everything else replaces. */
function overlay(below: Data, above: Data): Data {
  const joined: Data = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const old = joined[key];
    joined[key] = isMap(old) && isMap(value) ? overlay(old, value) : value;
  }
  return joined;
}

/** The whole report an example stands for. Its numbers are kept as written. */
function fileOf(example: string, year: number): string {
  const part = (parseYaml(example) ?? {}) as Data;
  return yamlOf(overlay(base(Number(part.year ?? year)), part));
}

/** What the checks find in an example laid over a report in which nothing happened. */
export function findingsInExample(
  { previous }: Pick<RuleExample, 'previous'>,
  example: string,
  settings: Settings = DEFAULT_SETTINGS,
): readonly Diagnostic[] {
  const source = parse(fileOf(example, 2023), 'report.yaml');
  const options: CheckOptions = { settings };
  if (previous === undefined) return check(source, options).diagnostics;
  const year = Number((parseYaml(example) as Data)?.year ?? 2023) - 1;
  const before = parse(fileOf(previous, year), 'previous.yaml');
  return check(source, { ...options, previous: { source: before, report: readReport(before.data) } }).diagnostics;
}
