// The measured programs by name: `run` is timed; `before`, `after` and `prepare`, once, are not.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainTemplate } from '../plain-template.mjs';
import { TOOLS } from '../tools/tools.mjs';
import { noQueue, startQueue } from './queue.mjs';
import { example, expectPdfs, knows, root } from './workplace.mjs';

/**
 * Programs with `many` run only in some rounds. `unavailable` gives the reason if a program cannot run here, and
 * `after` is the program that must have run in the same round.
 */
export function programsIn(work) {
  const { inside, report } = work;
  return {
    node: { run: () => work.node(['-e', '']) },
    'validate-1': { run: () => report(['validate', example]) },
    'build-1': { run: () => report(['build', example, '-o', inside('one'), '--no-cache']) },
    'chrome-1': {
      prepare: work.page,
      run: async () => work.chrome.printAlone(work.browser, await work.page(), inside('alone.pdf')),
    },
    'puppeteer-1': { prepare: () => preparePlain(work), run: () => work.node(plainScript(work)) },
    ...buildPrograms(work),
    ...validatePrograms(work),
    ...queueProgram(work),
  };
}

function buildPrograms(work) {
  const { inside, report } = work;
  const build = (count) => {
    const [cache, out] = [`cache-${count}`, `out-${count}`];
    const args = async () => ['build', await work.reports(count), '-o', inside(out), '-q'];
    const check = () => expectPdfs(inside(out), work.counted(count));
    return {
      first: {
        many: true,
        prepare: () => Promise.all([work.freshCache(cache), work.reports(count)]),
        before: () => Promise.all([work.freshCache(cache), work.empty(out)]),
        run: async () => report(await args(), inside(cache)),
        after: check,
      },
      again: {
        many: true,
        unavailable: () => (knows('build', '--no-cache') ? undefined : 'report build has no cache'),
        run: async () => report(await args(), inside(cache)),
        after: check,
      },
    };
  };
  const some = build(200);
  return {
    'build-200': some.first,
    'again-200': some.again,
    'build-2000': build(2000).first,
    'print-200': printProgram(work),
    'typst-200': {
      many: true,
      unavailable: TOOLS.Typst.unavailable,
      prepare: () => work.pages(200),
      before: async () => TOOLS.Typst.prepare(await work.pages(200), work.empty('typst')),
      run: async () => TOOLS.Typst.make(await work.pages(200), inside('typst'), work),
      after: () => expectPdfs(inside('typst'), work.counted(200)),
    },
  };
}

/** Printing alone, in a browser that is already running. */
function printProgram(work) {
  let chrome;
  const { startChrome, printAll } = work.chrome;
  return {
    many: true,
    prepare: () => work.pages(200),
    before: async () => {
      const [page] = await work.pages(200);
      chrome = startChrome(work.browser);
      await printAll(chrome, [page, page], work.empty('printed'));
      work.empty('printed');
    },
    run: async () => printAll(chrome, await work.pages(200), work.inside('printed')),
    after: async () => {
      await chrome.close();
      expectPdfs(work.inside('printed'), work.counted(200));
    },
  };
}

function validatePrograms(work) {
  const validate = (count) => ({
    many: true,
    prepare: () => work.reports(count),
    run: async () => work.report(['validate', await work.reports(count), '-q']),
  });
  return {
    'validate-500': validate(500),
    'validate-5000': validate(5000),
    'parse-5000': {
      many: true,
      prepare: () => work.reports(5000),
      run: async () => work.node([join(root, 'bench/speed/parse-alone.mjs'), await work.reports(5000)]),
    },
  };
}

function queueProgram(work) {
  let queue;
  return {
    'queue-200': {
      many: true,
      unavailable: noQueue,
      prepare: () => Promise.all([work.freshCache('cache-queue'), work.reports(200)]),
      before: async () => {
        work.empty('out-queue');
        const cache = await work.freshCache('cache-queue');
        queue = await startQueue(work.folder, { ...work.browser.env, REPORT_CACHE_DIR: cache });
      },
      run: async () =>
        work.report(
          ['build', await work.reports(200), '-o', work.inside('out-queue'), '-q', '--queue', queue.url],
          work.inside('cache-queue'),
        ),
      after: async () => {
        await queue.stop();
        expectPdfs(work.inside('out-queue'), work.counted(200));
      },
    },
  };
}

/** Writes the template and data with which the plain script makes the same page. */
async function preparePlain(work) {
  const { template, yaml } = plainTemplate(readFileSync(await work.page(), 'utf8'));
  mkdirSync(work.inside('plain'), { recursive: true });
  writeFileSync(work.inside('plain', 'plain.hbs'), template);
  writeFileSync(work.inside('plain', 'plain.yaml'), yaml);
}

const plainScript = (work) => [
  join(root, 'bench/plain.mjs'),
  work.inside('plain', 'plain.yaml'),
  work.inside('plain', 'plain.hbs'),
  work.browser.path,
  work.inside('plain', 'plain'),
];
