import { displayWidth } from '../../diagnostics/display-width.ts';
import { addTimings, PHASES, type Phase, startTimings, type Timing, takeTimings } from '../../diagnostics/timings.ts';
import type { Context } from './context.ts';
import { writeData } from './io.ts';

/** The options for measuring; with `timingsJson` the times are written as JSON. */
export interface TimingOptions {
  readonly timings?: boolean;
  readonly timingsJson?: boolean;
}

/** Runs `work`. If asked for, writes to standard error how long each phase took. */
export async function withTimings<T>(
  { timings, timingsJson }: TimingOptions,
  context: Context,
  work: () => Promise<T>,
): Promise<T> {
  if (!timings && !timingsJson) return work();
  startTimings();
  addTimings(beforeTheCommand());
  try {
    return await work();
  } finally {
    const run = runOf(takeTimings());
    const lines = timingsJson ? JSON.stringify(run) : tableOf(run, context).join('\n');
    writeData(context.io.stderr, `${lines}\n`);
  }
}

/** The start of this process until now: Node, then the program. */
function beforeTheCommand(): Timing[] {
  const { timeOrigin, nodeTiming } = performance;
  const [started, loaded] = [timeOrigin + nodeTiming.bootstrapComplete, timeOrigin + performance.now()];
  const phase = (name: Phase, from: number, to: number) => ({ phase: name, count: 1, ms: to - from, from, to });
  return [phase('node', timeOrigin, started), phase('program', started, loaded)];
}

/** The times of a run in milliseconds, counted from the start of the process. */
interface RunTimings {
  readonly phases: readonly Timing[];
  readonly total: number;
  /** The processor time of this process with all its threads; the browser is another process. */
  readonly cpu: number;
}

function runOf(timings: readonly Timing[]): RunTimings {
  const since = ({ from, to, ms, ...rest }: Timing) => {
    const [start, end] = [from - performance.timeOrigin, to - performance.timeOrigin];
    return { ...rest, ms: rounded(ms), from: rounded(start), to: rounded(end) };
  };
  const { user, system } = process.cpuUsage();
  const order = Object.keys(PHASES);
  const phases = timings.map(since).sort((a, b) => order.indexOf(a.phase) - order.indexOf(b.phase));
  return { phases, total: rounded(performance.now()), cpu: rounded((user + system) / 1000) };
}

const rounded = (ms: number): number => Math.round(ms * 10) / 10;

/** Characters for the whole run; the bars show what ran at the same time. */
const BAR = 30;

function tableOf({ phases, total, cpu }: RunTimings, { language }: Context): string[] {
  const [phase, times, ms] = language === 'zh' ? ['阶段', '次数', '毫秒'] : ['phase', 'times', 'ms'];
  const rows = phases.map((one) => [
    PHASES[one.phase][language],
    String(one.count),
    one.ms.toFixed(0),
    barOf(one, total),
  ]);
  const all = [[phase, times, ms, ''], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => displayWidth(row[column] ?? ''))));
  const lines = all.map((row) =>
    row.map((cell, column) => aligned(cell ?? '', widths[column] ?? 0, column)).join('  '),
  );
  const sum =
    language === 'zh'
      ? `全程 ${total.toFixed(0)} 毫秒；处理器 ${cpu.toFixed(0)} 毫秒，不含浏览器`
      : `${total.toFixed(0)} ms in all; ${cpu.toFixed(0)} ms of processor time, without the browser`;
  return [...lines.map((line) => line.trimEnd()), sum];
}

function barOf({ from, to }: Timing, total: number): string {
  const at = (ms: number) => Math.round((ms / total) * BAR);
  return `${' '.repeat(at(from))}${'='.repeat(Math.max(1, at(to) - at(from)))}`;
}

/** The first and the last column are aligned to the left, numbers to the right. */
function aligned(cell: string, width: number, column: number): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(cell)));
  return column === 1 || column === 2 ? blanks + cell : cell + blanks;
}
