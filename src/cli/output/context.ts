import picocolors from 'picocolors';
import { wrap } from '../../diagnostics/display-width.ts';
import { shortened } from '../../diagnostics/shortened.ts';
import type { Language, Text } from '../../diagnostics/text.ts';
import type { UserError } from '../../diagnostics/user-error.ts';
import { visibleLine } from '../../diagnostics/visible.ts';
import { HINT, UNABLE } from '../../reporters/words.ts';
import type { IO } from './io.ts';

/** The values of the options that every command has. */
export interface CommonOptions {
  readonly lang?: Language;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
}

/** Input, output and the choices of the caller: language, colours, and how to write messages to standard error. */
export interface Context {
  readonly io: IO;
  readonly language: Language;
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** A message in the language of the caller, as one line: see `visibleLine`. */
  readonly t: (text: Text) => string;
  readonly colorOf: (output: IO['stdout']) => boolean;
  /** Writes progress to standard error; nothing with -q. */
  readonly progress: (text: Text) => void;
  /** Writes to standard error, even with -q; the same message only once. */
  readonly warn: (text: Text) => void;
  /** Writes to standard error why the command cannot run, and what to do. */
  readonly fail: (error: UserError) => void;
}

export function createContext(io: IO, options: CommonOptions, language: Language): Context {
  const t = (text: Text) => visibleLine(shortened(text[language]));
  const colorOf = (output: IO['stdout']) => options.color ?? wantsColor(io, output);
  const colors = picocolors.createColors(colorOf(io.stderr));
  const say = (text: string) => io.stderr.write(`${text}\n`);
  const fold = (text: string) => wrap(text, io.stderr.columns).join('\n');
  const labelled = (label: string, paint: (text: string) => string, text: string) => {
    const lines = fold(label + text);
    const end = label.trimEnd().length;
    say(paint(lines.slice(0, end)) + lines.slice(end));
  };
  const quiet = options.quiet ?? false;
  const warned = new Set<string>();
  return {
    io,
    language,
    quiet,
    verbose: options.verbose ?? false,
    t,
    colorOf,
    progress: (text) => quiet || say(colors.dim(fold(t(text)))),
    warn: (text) => {
      if (!warned.has(t(text))) say(fold(t(text)));
      warned.add(t(text));
    },
    fail: ({ text, hint, details }) => {
      labelled(t(UNABLE), colors.red, t(text));
      for (const line of details) say(fold(t(line)));
      labelled(t(HINT), colors.bold, t(hint));
    },
  };
}

// NO_COLOR: https://no-color.org. CI systems set FORCE_COLOR.
function wantsColor(io: IO, output: IO['stdout']): boolean {
  if (io.env.NO_COLOR) return false;
  if (io.env.FORCE_COLOR && io.env.FORCE_COLOR !== '0') return true;
  return output.isTTY && io.env.TERM !== 'dumb';
}

/** The language from `--lang` or REPORT_LANG; Chinese by default. */
export function languageOf(argv: readonly string[], env: IO['env']): Language {
  const at = argv.indexOf('--lang');
  const named = at >= 0 ? argv[at + 1] : argv.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
  return (named ?? env.REPORT_LANG) === 'en' ? 'en' : 'zh';
}
