import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** All reporters by their `--reporter` names. */
export const REPORTERS = { text, json, sarif, junit, github, gitlab } as const satisfies Record<string, Reporter>;

export type ReporterName = keyof typeof REPORTERS;
