import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { get, isData } from '../report/access.ts';

/**
 * The known findings of old reports, by file. They no longer count; only new findings do.
 * A finding is identified by its fingerprint: with different numbers it is a new finding.
 */
export interface Baseline {
  readonly version: 1;
  /** The fingerprints of the findings in each file; paths are relative to the folder of the baseline, with `/`. */
  readonly findings: Readonly<Record<string, readonly string[]>>;
}

export const BASELINE_FILE = 'report.baseline.json';

/** Parses a baseline file; undefined if the text is not a baseline. */
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

/** The fingerprints in a baseline for a file. */
export const knownOf = ({ findings }: Baseline, file: string): readonly string[] =>
  Object.hasOwn(findings, file) ? (findings[file] ?? []) : [];

/** A baseline of all errors and warnings. The paths of `files` are relative to its folder. */
export function baselineOf(files: readonly { file: string; diagnostics: readonly Diagnostic[] }[]): Baseline {
  const entries = files.flatMap(({ file, diagnostics }) => {
    const fingerprints = diagnostics.filter(({ severity }) => severity !== 'info').map((one) => one.fingerprint);
    return fingerprints.length > 0 ? [[file, fingerprints.sort()] as const] : [];
  });
  return { version: 1, findings: Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** Splits the findings of a file into new and known ones. A fingerprint listed twice covers two findings. */
export function splitByBaseline(
  diagnostics: readonly Diagnostic[],
  known: readonly string[],
): { fresh: Diagnostic[]; old: Diagnostic[] } {
  const left = new Map<string, number>();
  for (const fingerprint of known) left.set(fingerprint, (left.get(fingerprint) ?? 0) + 1);
  const old = new Set(
    diagnostics.filter(({ fingerprint }) => {
      const count = left.get(fingerprint) ?? 0;
      left.set(fingerprint, count - 1);
      return count > 0;
    }),
  );
  const kept = diagnostics.flatMap((one, index) => (old.has(one) ? [] : [index]));
  const places = new Map(kept.map((index, place) => [index, place]));
  const fresh = kept.map((index) => {
    const { cause, ...rest } = diagnostics[index] as Diagnostic;
    const moved = cause === undefined ? undefined : places.get(cause);
    return moved === undefined ? rest : { ...rest, cause: moved };
  });
  return { fresh, old: [...old] };
}
