import { json } from './json.ts';
import type { Reporter } from './reporter.ts';
import { text } from './text.ts';

/** Every way to print findings, by the name that `--reporter` takes. */
export const REPORTERS = { text, json } as const satisfies Record<string, Reporter>;

export type ReporterName = keyof typeof REPORTERS;
