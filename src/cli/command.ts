import type { Text } from '../diagnostics/text.ts';
import type { Context } from './output/context.ts';
import type { ExitCode } from './output/exit-codes.ts';

/** A command line and what it does. */
export type Example = readonly [line: string, does: Text];

export interface OptionDef {
  /** As it is written and shown: `-o, --out <dir>`, `--draft`, `--no-read-back`. */
  readonly flags: string;
  readonly words: Text;
  readonly choices?: readonly string[];
  /** What was written -> the value; `before` is the value so far where the option is given again. Throws a UserError. */
  parse?(written: string, before: unknown): unknown;
  /** The value where the option is not given. */
  readonly value?: string;
  /** What the help names as the default, where it is not a fixed `value`. */
  readonly usual?: string;
}

/** Options by the names under which a command gets their values: the long flag in camel case, without `no`. */
export type Options = Readonly<Record<string, OptionDef>>;

type ValueOf<O> = O extends { parse(written: string, before: unknown): infer Value }
  ? Value
  : O extends { choices: readonly (infer Choice)[] }
    ? Choice
    : O extends { flags: `${string}<${string}` }
      ? string
      : boolean;

/** The values of options: one without a fixed value is missing where it is not given. */
export type Flags<O extends Options> = {
  readonly [Name in keyof O as O[Name] extends { value: string } ? never : Name]?: ValueOf<O[Name]>;
} & {
  readonly [Name in keyof O as O[Name] extends { value: string } ? Name : never]: ValueOf<O[Name]>;
};

/** A command: its words, its options and its work. */
export interface CommandDef<O extends Options = Options> {
  readonly name: string;
  /** As the usage shows them: `<FILES...>`, `[RULE] [FILE]`. */
  readonly args: string;
  /** Starts fast, from the light bundle: it needs neither browser, templates, Markdown nor fonts. */
  readonly light?: true;
  readonly summary: Text;
  readonly details: Text;
  readonly examples: readonly Example[];
  readonly options: O;
  /** The work. It imports what it needs when it runs, as the help loads every command. */
  run(args: readonly string[], flags: Flags<O>, context: Context): Promise<ExitCode>;
}

/** A command whose `run` knows the types of its options. */
export const command = <const O extends Options>(def: CommandDef<O>): CommandDef<O> => def;
