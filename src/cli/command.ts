import type { MessagePort } from 'node:worker_threads';
import type { ThreadData } from '../batch/in-threads.ts';
import type { Text } from '../diagnostics/text.ts';
import type { Context } from './output/context.ts';
import type { ExitCode } from './output/exit-codes.ts';

/** A command line and its description in the help. */
export type CommandExample = readonly [line: string, does: Text];

export interface OptionDef {
  /** The flags as the help shows them: `-o, --out <dir>`, `--draft`, `--no-read-back`. */
  readonly flags: string;
  readonly words: Text;
  readonly choices?: readonly string[];
  /** Parses a value; `before` is the value so far if the option is given several times. Throws a UserError if it is invalid. */
  parse?(written: string, before: unknown): unknown;
  /** The flag that sets the value to false, for a flag whose absence means something else. */
  readonly opposite?: OptionDef;
  /** The default value. */
  readonly value?: string;
  /** The default shown in the help, if it is not a fixed `value`. */
  readonly usual?: string;
}

/** All flags of options, each followed by its opposite. */
export const flagsOf = (options: Options): OptionDef[] =>
  Object.values(options).flatMap((option) => (option.opposite ? [option, option.opposite] : [option]));

/** Options by the name of their value in `Flags`: the long flag in camel case, without `no`. */
export type Options = Readonly<Record<string, OptionDef>>;

type ValueOf<O> = O extends { parse(written: string, before: unknown): infer Value }
  ? Value
  : O extends { choices: readonly (infer Choice)[] }
    ? Choice
    : O extends { flags: `${string}<${string}` }
      ? string
      : boolean;

/** The values of options. An option that has no default and is not given is missing. */
export type Flags<O extends Options> = {
  readonly [Name in keyof O as O[Name] extends { value: string } ? never : Name]?: ValueOf<O[Name]>;
} & {
  readonly [Name in keyof O as O[Name] extends { value: string } ? Name : never]: ValueOf<O[Name]>;
};

/** A command: its help text, its options and its work. */
export interface CommandDef<O extends Options = Options> {
  readonly name: string;
  /** The arguments as the usage shows them: `<FILES...>`, `[RULE] [FILE]`. */
  readonly args: string;
  /** In the light bundle, which starts faster, because it does not use the browser, templates, Markdown or fonts. */
  readonly light?: true;
  /** Runs until it is interrupted, which is then no failure. */
  readonly endsInterrupted?: true;
  readonly summary: Text;
  readonly details: Text;
  readonly examples: readonly CommandExample[];
  readonly options: O;
  /** Runs the command. It imports its modules only when it runs, because the help loads every command. */
  run(args: readonly string[], flags: Flags<O>, context: Context): Promise<ExitCode>;
  /** The part of its work that runs in threads. */
  serve?(port: MessagePort, data: ThreadData): Promise<void>;
}

/** Defines a command; its `run` gets typed values of its options, whoever calls it gives those of any command. */
export const command = <const O extends Options>(def: CommandDef<O>): CommandDef => def as CommandDef;
