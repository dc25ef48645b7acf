import { plural, type Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { TRIES } from './names.ts';

export const noWorkerYet = (shown: string, timeout: number): Text => ({
  zh: `队列 ${shown} 上现在没有 report worker，等 ${timeout} 秒；在别的机器上运行 report worker --queue …`,
  en: `No report worker is at the queue ${shown} now; waiting ${timeout} seconds. Run report worker --queue … on other machines`,
});

export const doneAgain = (count: number): Text => ({
  zh: `${count} 份报告开始过不止一次：有 worker 中途结束，或者太忙`,
  en: `${plural(count, 'report')} had to be started more than once: a worker ended, or was too busy`,
});

/** What a queue needs for its work. */
export type Lacking = 'worker' | 'connection' | 'memory';

const WHY: Readonly<Record<Lacking, Text>> = {
  worker: { zh: '没有 report worker', en: 'there is no report worker' },
  connection: { zh: '连不上 Redis', en: 'there is no connection to Redis' },
  memory: { zh: 'Redis 的内存满了', en: 'the memory of Redis is full' },
};

export const nobody = (shown: string, timeout: number, lacking: Lacking): UserError =>
  new UserError(
    {
      zh: `等了 ${timeout} 秒，队列 ${shown} 没有做完一份报告：${WHY[lacking].zh}`,
      en: `Nothing happened at the queue ${shown} for ${timeout} seconds: ${WHY[lacking].en}`,
    },
    {
      zh: '运行 report worker --queue …；要等得久一点，用 --queue-timeout',
      en: 'Run report worker --queue …; to wait longer, use --queue-timeout',
    },
  );

export const refused = (shown: string, { message }: Error): UserError =>
  new UserError(
    { zh: `队列 ${shown} 出错：${message}`, en: `The queue ${shown} failed: ${message}` },
    { zh: '检查 Redis 和它的权限', en: 'Check Redis and its permissions' },
  );

export const dead = (name: string, reason: string): UserError =>
  new UserError(
    { zh: `${name}：试了 ${TRIES} 次都没有成功（${reason}）`, en: `${name}: failed in ${TRIES} tries (${reason})` },
    { zh: '在本机单独再试这一份', en: 'Try this report alone, without --queue' },
  );

export const strange = (name: string): UserError =>
  new UserError(
    {
      zh: `${name}：队列送回的不是这一份的结果`,
      en: `${name}: the answer of the queue is not the result of this report`,
    },
    { zh: '检查谁能写这个 Redis', en: 'Check who can write to this Redis' },
  );
