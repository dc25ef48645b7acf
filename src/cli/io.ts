/** Everything a command touches of the world around it; tests pass their own. */
export interface IO {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

export interface Output {
  write(text: string | Uint8Array): void;
  readonly isTTY: boolean;
  readonly columns: number;
}
