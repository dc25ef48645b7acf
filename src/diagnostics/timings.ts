import type { Text } from './text.ts';

/** The phases of a check or a build in their usual order, with their names for people. */
export const PHASES = {
  node: { zh: '启动 Node', en: 'start of Node' },
  program: { zh: '装载程序', en: 'loading the program' },
  read: { zh: '读报告', en: 'reading reports' },
  check: { zh: '核对', en: 'checking' },
  browser: { zh: '启动浏览器', en: 'start of the browser' },
  page: { zh: '生成网页', en: 'making the page' },
  fonts: { zh: '裁剪字体', en: 'font subsets' },
  show: { zh: '浏览器排版', en: 'showing the page' },
  look: { zh: '核对版面', en: 'checking the layout' },
  print: { zh: '打印', en: 'printing' },
  finish: { zh: '补全 PDF', en: 'completing the PDF' },
  readBack: { zh: '读回核对', en: 'reading back' },
  write: { zh: '写文件', en: 'writing files' },
  close: { zh: '关闭浏览器', en: 'closing the browser' },
} as const satisfies Readonly<Record<string, Text>>;

export type Phase = keyof typeof PHASES;

/** The time that a phase took: plain data, which a thread can send and `addTimings` adds up. */
export interface Timing {
  readonly phase: Phase;
  readonly count: number;
  /** Milliseconds, of all times together. */
  readonly ms: number;
  /** The begin of the first and the end of the last, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

let kept: Map<Phase, Timing> | undefined;

/** From now on, phases are measured. */
export function startTimings(): void {
  kept = new Map();
}

/** Whether phases are measured in this thread. */
export const areTimed = (): boolean => kept !== undefined;

/** The phases that were measured in this thread; from now on, none are. */
export function takeTimings(): readonly Timing[] {
  const timings = [...(kept?.values() ?? [])];
  kept = undefined;
  return timings;
}

/** Adds phases that were measured elsewhere, for example in a thread. */
export function addTimings(timings: readonly Timing[]): void {
  for (const one of timings) {
    const { count, ms, from, to } = kept?.get(one.phase) ?? { count: 0, ms: 0, from: one.from, to: one.to };
    const sum = { count: count + one.count, ms: ms + one.ms };
    kept?.set(one.phase, { ...one, ...sum, from: Math.min(from, one.from), to: Math.max(to, one.to) });
  }
}

/** Returns the result of `work`; between `startTimings` and `takeTimings` the time until it is settled is measured. */
export function timed<T>(phase: Phase, work: () => T): T {
  if (!kept) return work();
  const from = now();
  const done = () => {
    const to = now();
    addTimings([{ phase, count: 1, ms: to - from, from, to }]);
  };
  let result: T | undefined;
  try {
    result = work();
    return result instanceof Promise ? (result.finally(done) as T) : result;
  } finally {
    if (!(result instanceof Promise)) done();
  }
}

const now = (): number => performance.timeOrigin + performance.now();
