import picocolors from 'picocolors';
import type { Text } from '../../diagnostics/text.ts';
import type { Context } from './context.ts';
import { type Progressed, progressLine } from './progress-line.ts';

/** What is done with many files, and how it is told. */
export interface Doing {
  /** In the bar, as 生成, Building. */
  readonly bar: Text;
  /** In a log, a line now and then; without it only the lines of the files. */
  readonly log?: (done: number, all: number) => Text;
  /** With fewer files nothing is told: they are done before anybody wonders. */
  readonly fewest: number;
}

/**
 * Tells how far the work is; called before the first file with `done` 0, and after each file. `line` says what came of the
 * file and is for logs.
 */
export type Progress = (progressed: Omit<Progressed, 'rate'>, line?: Text) => void;

/** Files between two lines in a log. */
const STEP = 100;
/** Milliseconds. A person sees no more than so many changes. */
const BETWEEN = 100;
/** Files from which the rate is taken: those of the cache are much faster than others. */
const LAST_FILES = 50;

/**
 * Opens the progress of a kind of work: on a terminal a bar in the last line, which is gone when all is done; in a log, a pipe
 * or CI, lines; nothing with -q.
 */
export function openProgress(doing: Doing, context: Context): Progress {
  let tell: Progress | undefined;
  return (progressed, line) => {
    if (context.quiet || progressed.all < doing.fewest) return;
    // Looking at an output creates its stream, which takes time.
    tell ??= tellerOf(doing, context);
    tell(progressed, line);
  };
}

function tellerOf(doing: Doing, context: Context): Progress {
  const { stderr, env } = context.io;
  const isTerminal = stderr.isTTY && env.TERM !== 'dumb' && !isSet(env.CI);
  return isTerminal && stderr.showBelow ? barOn(stderr.showBelow, doing, context) : inLog(doing, context);
}

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '' && value !== 'false';

const inLog =
  ({ log }: Doing, { io, t, progress }: Context): Progress =>
  ({ done, all }, line) => {
    // Not folded: one line is one file, for those who search in it.
    if (line) io.stderr.write(`[${String(done).padStart(String(all).length)}/${all}] ${t(line)}\n`);
    else if (log && done > 0 && (done % STEP === 0 || done === all)) progress(log(done, all));
  };

function barOn(show: (line: string) => void, { bar }: Doing, context: Context): Progress {
  const { io, language, colorOf } = context;
  const colors = picocolors.createColors(colorOf(io.stderr));
  const style = { language, columns: io.stderr.columns, paint: colors.cyan };
  const times: number[] = [];
  let drawn = Number.NEGATIVE_INFINITY;
  return (progressed) => {
    const now = io.now().getTime();
    times.push(now);
    if (times.length > LAST_FILES) times.shift();
    const isOver = progressed.done >= progressed.all;
    if (isOver) show('');
    if (isOver || now - drawn < BETWEEN) return;
    drawn = now;
    const seconds = (now - (times[0] ?? now)) / 1000;
    const rate = seconds > 0 ? (times.length - 1) / seconds : undefined;
    show(progressLine(bar, { ...progressed, rate }, style));
  };
}
