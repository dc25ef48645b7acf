import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { get, isData } from '../report/access.ts';

/**
 * The findings an office knew of when it adopted the tool, by file: they no longer count, only new ones do.
 * A finding is known by its fingerprint: with other numbers it is a new one.
 */
export interface Baseline {
  readonly version: 1;
  /** Files relative to the baseline's folder, with `/`; each with the fingerprints of its findings. */
  readonly findings: Readonly<Record<string, readonly string[]>>;
}

export const BASELINE_FILE = 'report.baseline.json';

/** The text of a baseline file -> the baseline; undefined for anything else. */
export function parseBaseline(text: string): Baseline | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const findings = get(data, 'findings');
  if (get(data, 'version') !== 1 || !isData(findings)) return undefined;
  const sound = Object.values(findings).every(
    (list) => Array.isArray(list) && list.every((one) => typeof one === 'string'),
  );
  return sound ? (data as Baseline) : undefined;
}

/** The fingerprints that a baseline knows of a file. */
export const knownOf = ({ findings }: Baseline, file: string): readonly string[] =>
  Object.hasOwn(findings, file) ? (findings[file] ?? []) : [];

/** Every finding that counts (errors and warnings) as a baseline; `files` are named relative to its folder. */
export function baselineOf(files: readonly { file: string; diagnostics: readonly Diagnostic[] }[]): Baseline {
  const entries = files.flatMap(({ file, diagnostics }) => {
    const fingerprints = diagnostics.filter(({ severity }) => severity !== 'info').map((one) => one.fingerprint);
    return fingerprints.length > 0 ? [[file, fingerprints.sort()] as const] : [];
  });
  return { version: 1, findings: Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** Parts a file's findings into new ones and those the baseline knows; each fingerprint stands for as many as it is listed. */
export function splitByBaseline(
  diagnostics: readonly Diagnostic[],
  known: readonly string[],
): { fresh: Diagnostic[]; old: Diagnostic[] } {
  const left = [...known];
  const old = new Set(
    diagnostics.filter(({ fingerprint }) => {
      const at = left.indexOf(fingerprint);
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    }),
  );
  const kept = diagnostics.flatMap((one, index) => (old.has(one) ? [] : [index]));
  const fresh = kept.map((index) => {
    const { cause, ...rest } = diagnostics[index] as Diagnostic;
    const moved = cause === undefined ? -1 : kept.indexOf(cause);
    return moved < 0 ? rest : { ...rest, cause: moved };
  });
  return { fresh, old: [...old] };
}
