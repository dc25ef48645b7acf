/**
 * The parts of the environment that file operations use. The caller passes them, so that no code reads them from the
 * process.
 */
export interface Machine {
  /** The working folder, absolute; file names are relative to it. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** Stops the work before the next file. */
  readonly signal: AbortSignal;
}

/** The local date as `YYYY-MM-DD`. */
export function todayOf({ now }: Machine): string {
  const date = now();
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
