/** What working with files needs of the machine; whoever calls passes it, so that nothing below reads it from the process. */
export interface Machine {
  /** Absolute: names of files are relative to it. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** Ends the work before the next file. */
  readonly signal: AbortSignal;
}
