import { command } from '../command.ts';
import { BROWSER, BROWSER_URL, CONCURRENCY, QUEUE } from '../options.ts';

export const worker = command({
  name: 'worker',
  args: '',
  endsInterrupted: true,
  summary: { zh: '做队列里的报告', en: 'Check and build the reports of a queue' },
  details: {
    zh: '从 Redis 的队列里取报告，核对、生成，把结果送回；可以在许多台机器上运行。另一台机器上用 report build 或 report validate 加 --queue 把报告交给队列。Ctrl-C（SIGINT、SIGTERM）做完手上的就结束，退出码 0；再按一次马上结束。要另外安装 bullmq 和 ioredis。',
    en: 'Takes reports from a queue in Redis, checks and builds them, and sends the results back; it can run on any number of machines. Reports come from report build or report validate with --queue on another machine. Ctrl-C (SIGINT, SIGTERM) finishes the reports in hand and ends with exit code 0; a second one ends at once. The packages bullmq and ioredis must be installed.',
  },
  examples: [
    ['report worker --queue redis://queue.example', { zh: '一直等着做', en: 'wait for reports' }],
    ['report worker --concurrency 4', { zh: '队列在 REPORT_QUEUE 里，一次四份', en: 'REPORT_QUEUE names the queue' }],
  ],
  options: { queue: QUEUE, concurrency: CONCURRENCY, browser: BROWSER, browserUrl: BROWSER_URL },
  run: async (_, flags, context) => (await import('../work/worker.ts')).worker(flags, context),
  serve: async (port, data) =>
    (await import('../../queue/serve-jobs.ts')).serveJobs(
      port,
      data as import('../../queue/serve-jobs.ts').JobThreadData,
    ),
});
