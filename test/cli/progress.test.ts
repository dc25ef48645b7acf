import { describe, expect, test } from 'vitest';
import { createContext } from '../../src/cli/output/context.ts';
import { countFiles } from '../../src/cli/output/count-files.ts';
import { guarded, type IO } from '../../src/cli/output/io.ts';
import { openProgress } from '../../src/cli/output/progress.ts';
import { progressLine } from '../../src/cli/output/progress-line.ts';
import { displayWidth } from '../../src/diagnostics/display-width.ts';
import type { Language } from '../../src/diagnostics/text.ts';

const ERASE = '\r\u001b[2K';
const [ON, OFF] = ['\u001b[?7l', '\u001b[?7h'];
const BUILDING = { bar: { zh: '生成', en: 'Building' }, fewest: 5 };
const line = (name: string) => ({ zh: `${name}：好了`, en: `${name}: done` });

interface Setting {
  readonly isTTY?: boolean;
  readonly quiet?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly language?: Language;
}

/** A context whose output is kept, with a clock that is moved by hand. */
function setUp({ isTTY = true, quiet = false, env = {}, language = 'en' }: Setting = {}) {
  const parts: string[] = [];
  let now = 0;
  const output = guarded({
    write: (part) => void parts.push(Buffer.from(part as string).toString()),
    isTTY,
    columns: 80,
  });
  const io = {
    stdout: output,
    stderr: output,
    env: { TERM: 'xterm', NO_COLOR: '1', ...env },
    now: () => new Date(now),
  };
  const context = createContext(io as unknown as IO, { quiet }, language);
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { context, parts, pass, text: () => parts.join('') };
}

describe('a terminal', () => {
  test('shows count, rate and time left in one line, which is gone at the end', () => {
    const { context, pass, text } = setUp();
    const progress = openProgress(BUILDING, context);
    for (let done = 0; done <= 10; done++) {
      progress({ done, all: 10 });
      pass(250);
    }
    expect(text()).toContain(`Building  4/10  ━━━━────────  4.0/s  about 2 s left${OFF}`);
    expect(text()).not.toContain('\n');
    expect(text().endsWith(ERASE)).toBe(true);
  });

  test('is drawn ten times a second at most', () => {
    const { context, pass, parts } = setUp();
    const progress = openProgress(BUILDING, context);
    for (let done = 0; done < 1000; done++) {
      progress({ done, all: 1000 });
      pass(1);
    }
    expect(parts.filter((part) => part.includes('Building'))).toHaveLength(10);
  });

  test('the rate is that of the last files, not of those that took no time', () => {
    const { context, pass, text } = setUp();
    const progress = openProgress(BUILDING, context);
    for (let done = 0; done <= 160; done++) {
      progress({ done, all: 200 });
      pass(done < 100 ? 1 : 500);
    }
    expect(text()).toContain('Building 160/200  ━━━━━━━━━─── ');
    expect(text()).toContain('2.0/s  about 20 s left');
  });

  test('messages are above the line and never mixed with it', () => {
    const { context, text } = setUp();
    const progress = openProgress(BUILDING, context);
    progress({ done: 0, all: 10 });
    context.warn({ zh: '看', en: 'look' });
    const shown = `${ON}Building  0/10  ${'─'.repeat(12)}${OFF}`;
    expect(text()).toBe(`${ERASE}${shown}${ERASE}look\n${shown}`);
  });

  test('has colours, unless they are not wanted', () => {
    const half = { done: 5, all: 10 };
    const [colored, plain] = [setUp({ env: { NO_COLOR: '' } }), setUp()];
    for (const { context } of [colored, plain]) openProgress(BUILDING, context)(half);
    expect(colored.text()).toContain('\u001b[36m━');
    expect(plain.text()).not.toContain('\u001b[36m');
  });
});

describe('elsewhere', () => {
  const built = (setting: Setting, all = 6) => {
    const { context, text } = setUp(setting);
    const progress = openProgress(BUILDING, context);
    for (let done = 0; done <= all; done++) progress({ done, all }, done ? line(`${done}.yaml`) : undefined);
    return text();
  };

  test.each([
    ['a log', { isTTY: false }],
    ['CI with a terminal', { env: { CI: 'true' } }],
    ['a terminal that cannot erase', { env: { TERM: 'dumb' } }],
  ])('%s has a line for each file', (_, setting) => {
    expect(built(setting)).toMatch(/^\[1\/6\] 1\.yaml: done\n.*\n\[6\/6\] 6\.yaml: done\n$/s);
  });

  test('nothing is told with -q or of a few files', () => {
    expect(built({ quiet: true }) + built({ quiet: true, isTTY: false })).toBe('');
    expect(built({}, 4) + built({ isTTY: false }, 4)).toBe('');
  });

  test('files that are only checked are a line every hundred', () => {
    const told = (all: number, setting: Setting) => {
      const { context, text } = setUp({ isTTY: false, ...setting });
      const count = countFiles(BUILDING.bar, context);
      for (let done = 1; done <= all; done++) count(done, all);
      return text();
    };
    expect(told(230, {})).toBe('100 of 230 files read\n200 of 230 files read\n230 of 230 files read\n');
    expect(told(19, {}) + told(300, { quiet: true })).toBe('');
  });
});

describe('the line', () => {
  const progressed = { done: 123, all: 500, failed: 2, rate: 4.1 };
  const lineOf = (columns: number, language: Language, rate = 4.1) =>
    progressLine(BUILDING.bar, { ...progressed, rate }, { language, columns });

  test('in 80 columns', () => {
    expect(lineOf(80, 'zh')).toBe('生成 123/500  ━━─────────  4.1 份/秒  还要约 1 分 32 秒  2 份没做成');
    expect(lineOf(80, 'en')).toBe('Building 123/500  ━━────────  4.1/s  about 1 min 32 s left  2 failed');
  });

  test('is never wider than the terminal, also if the signs of the bar take two columns', () => {
    for (const language of ['zh', 'en'] as const) {
      for (let columns = 40; columns <= 100; columns++) {
        const text = lineOf(columns, language);
        expect(displayWidth(text) + (text.match(/[━─]/gu)?.length ?? 0)).toBeLessThan(columns);
      }
    }
  });

  test('of a narrow terminal has what matters most', () => {
    expect(lineOf(40, 'zh')).toBe('生成 123/500  ━─────  2 份没做成');
    expect(lineOf(52, 'en')).toBe('Building 123/500  about 1 min 32 s left  2 failed');
  });

  test.each([
    [1000, '还要约 1 秒'],
    [60, '还要约 7 秒'],
    [377 / 60, '还要约 1 分'],
    [0.1, '还要约 1 小时 2 分'],
  ])('time left at %s files a second', (rate, words) => {
    expect(lineOf(100, 'zh', rate)).toContain(`${words}  2`);
  });
});
