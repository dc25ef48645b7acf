/** The exit codes, which scripts rely on. If several apply, the first in `WORST_FIRST` is used. */
export const EXIT = { ok: 0, findings: 1, unable: 2, bug: 70, interrupted: 130 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const WORST_FIRST: readonly ExitCode[] = [EXIT.bug, EXIT.interrupted, EXIT.unable, EXIT.findings, EXIT.ok];

/** The worst of several exit codes; 0 for none. */
export const worst = (codes: readonly ExitCode[]): ExitCode =>
  WORST_FIRST.find((code) => codes.includes(code)) ?? EXIT.ok;
