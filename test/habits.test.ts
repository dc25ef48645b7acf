import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const CLOCK =
  /performance\.now|Date\.now|hrtime|cpuUsage|memoryUsage|resourceUsage|setTimeout|setInterval|timers\/promises|\btimeout: ?[1-9]|\}, [\d_]{4,}\)/;

/** Who may look at a clock all the same, and why no outcome depends on it. */
const ALLOWED: Readonly<Record<string, string>> = {
  'browser/failures.test.ts': 'a browser that never answers is late after any time; other time passes by hand',
  'browser/harness.ts': 'waits between two looks at what must come',
  'browser/programs/print.ts': 'is killed while it waits',
  'habits.test.ts': 'names them',
};

test('no test passes or fails by the clock: time-outs stand in vitest.config.ts and end a hang', () => {
  const files = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' });
  const looking = files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && CLOCK.test(readFileSync(new URL(file, import.meta.url), 'utf8')));
  expect(looking.sort()).toEqual(Object.keys(ALLOWED));
});
