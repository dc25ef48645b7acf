import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const CLOCK =
  /performance\.now|Date\.now|hrtime|cpuUsage|memoryUsage|resourceUsage|setTimeout|setInterval|timers\/promises|\btimeout: ?[1-9]|\}, [\d_]{4,}\)/;

/** The files that may use a clock, and why no outcome depends on it. */
const ALLOWED: Readonly<Record<string, string>> = {
  'browser/failures.test.ts': 'a browser that never answers is late after any time; elsewhere the timers are fake',
  'browser/harness.ts': 'pauses between two checks of a condition',
  'browser/programs/print.ts': 'waits until it is killed',
  'browser/remote/remote.test.ts': 'the timers are fake',
  'browser/steady.test.ts': 'the timers are fake',
  'habits.test.ts': 'contains the names',
};

test('no test passes or fails because of the clock; the only time-outs are in vitest.config.ts', () => {
  const files = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' });
  const usingClock = files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && CLOCK.test(readFileSync(new URL(file, import.meta.url), 'utf8')));
  expect(usingClock.sort()).toEqual(Object.keys(ALLOWED));
});
