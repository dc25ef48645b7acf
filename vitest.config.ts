import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { globSync } from 'tinyglobby';
import { defineConfig } from 'vitest/config';

const files = globSync('test/**/*.test.ts');
/** What the text of a test contains if it starts a browser, the command in its own process, or another program. */
const STARTS =
  /shared-browser|listening-browser|asProcess|child_process|browser\/(start|find|launch)|bundle\(|\/repository/;
/** Tests that start nothing, but work for more than four seconds each. */
const LONG =
  /verify\/forgeries|source\/limits|claims\/(?:sentences|linear)|cli\/hostile-words|docs\/site|import\/(?:layouts|hostile)/;
const slow = files.filter((file) => LONG.test(file) || STARTS.test(readFileSync(file, 'utf8')));

export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    // The files of a worker share the modules it has loaded and one browser.
    isolate: false,
    // These end a test that hangs. They are long enough that no slow machine reaches them.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    projects: [
      { extends: true, test: { name: 'slow', include: slow, sequence: { groupOrder: 0 } } },
      { extends: true, test: { name: 'quick', include: files, exclude: slow, sequence: { groupOrder: 1 } } },
    ],
  },
});
