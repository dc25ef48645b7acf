import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { globSync } from 'tinyglobby';
import { defineConfig } from 'vitest/config';

const files = globSync('test/**/*.test.ts');
/** What a test names that starts a browser, the command as a process of its own, or another program. */
const STARTS = /shared-browser|asProcess|child_process|browser\/(start|find|launch)|bundle\(|\/repository/;
const startsProcesses = files.filter((file) => STARTS.test(readFileSync(file, 'utf8')));

export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    // The files of a worker share what it has loaded, and one browser.
    isolate: false,
    // They end a hang, even on a slow machine; no test may pass or fail by them otherwise.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    projects: [
      { extends: true, test: { name: 'processes', include: startsProcesses, sequence: { groupOrder: 0 } } },
      { extends: true, test: { name: 'quick', include: files, exclude: startsProcesses, sequence: { groupOrder: 1 } } },
    ],
  },
});
