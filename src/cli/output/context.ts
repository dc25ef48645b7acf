import picocolors from 'picocolors';
import { wrap } from '../../diagnostics/display-width.ts';
import type { Language, Text } from '../../diagnostics/text.ts';
import type { UserError } from '../../diagnostics/user-error.ts';
import type { IO } from './io.ts';

/** Options every command takes. */
export interface CommonOptions {
  readonly lang?: Language;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
}

/** What a command knows of its caller: language, colours, width, and how to speak on standard error. */
export interface Context {
  readonly io: IO;
  readonly language: Language;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly t: (text: Text) => string;
  readonly colorOf: (output: IO['stdout']) => boolean;
  /** A line of progress on standard error; silent with -q. */
  readonly progress: (text: Text) => void;
  /** A line that must be seen. */
  readonly warn: (text: Text) => void;
  /** Why the command can't do its work, and what to do. */
  readonly fail: (error: UserError) => void;
}

export function createContext(io: IO, options: CommonOptions, language: Language): Context {
  const t = (text: Text) => text[language];
  const colorOf = (output: IO['stdout']) => options.color ?? wantsColor(io, output);
  const colors = picocolors.createColors(colorOf(io.stderr));
  const say = (text: string) => io.stderr.write(`${text}\n`);
  const fold = (text: string) => wrap(text, Math.min(io.stderr.columns, 100)).join('\n');
  const quiet = options.quiet ?? false;
  return {
    io,
    language,
    quiet,
    verbose: options.verbose ?? false,
    t,
    colorOf,
    progress: (text) => quiet || say(colors.dim(t(text))),
    warn: (text) => say(fold(t(text))),
    fail: ({ text, hint }) => {
      say(fold(`${colors.red(t({ zh: '不能完成：', en: 'error: ' }))}${t(text)}`));
      if (hint) say(fold(`${colors.bold(t({ zh: '建议：', en: 'Hint: ' }))}${t(hint)}`));
    },
  };
}

// https://no-color.org, and FORCE_COLOR as CI systems set it.
function wantsColor(io: IO, output: IO['stdout']): boolean {
  if (io.env.NO_COLOR) return false;
  if (io.env.FORCE_COLOR && io.env.FORCE_COLOR !== '0') return true;
  return output.isTTY && io.env.TERM !== 'dumb';
}

/** The language asked for on the command line or in REPORT_LANG; Chinese when neither says. */
export function languageOf(argv: readonly string[], env: IO['env']): Language {
  const at = argv.indexOf('--lang');
  const named = at >= 0 ? argv[at + 1] : argv.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
  return (named ?? env.REPORT_LANG) === 'en' ? 'en' : 'zh';
}
