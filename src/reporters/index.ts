import { csv } from './csv.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import type { Reporter, WorkbookReporter } from './reporter.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** The reporters that write text, by their `--reporter` names. */
export const TEXT_REPORTERS = { text, json, sarif, junit, github, gitlab, csv } as const satisfies Record<
  string,
  Reporter
>;

/** Its code is loaded only when needed. */
const xlsx: WorkbookReporter = async (results, options) =>
  (await import('./findings-workbook.ts')).findingsWorkbook(results, options);

/** All reporters by their `--reporter` names. */
export const REPORTERS = { ...TEXT_REPORTERS, xlsx } as const satisfies Record<string, Reporter | WorkbookReporter>;

export type ReporterName = keyof typeof REPORTERS;

/** The name of a reporter that writes text. */
export type TextReporterName = keyof typeof TEXT_REPORTERS;
