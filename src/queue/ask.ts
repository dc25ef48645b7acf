import type { Text } from '../diagnostics/text.ts';
import type { QueueAddress } from './address.ts';
import { type JobAnswer, readAnswer } from './answer.ts';
import { type AskedJob, AskedJobs } from './asked-jobs.ts';
import { dead, doneAgain, type Lacking, nobody, noWorkerYet, refused, strange } from './asker-messages.ts';
import type { Job } from './job.ts';
import { isFull, openRunInRedis, type RunInRedis } from './run-in-redis.ts';

export interface AskOptions {
  readonly address: QueueAddress;
  /** Seconds that are waited if there is no worker, no connection or no memory in Redis. */
  readonly timeout: number;
  readonly tell: (text: Text) => void;
  readonly signal: AbortSignal;
}

/** Puts jobs into the queue and waits for their answers. */
export interface Asker {
  /**
   * Returns the answer to a job. It is put into the queue when there is room: only a few for each worker. Throws a UserError if
   * nobody can do it, and the signal's reason.
   */
  ask(job: Job): Promise<JobAnswer>;
  /** Removes the jobs that nobody has begun. */
  close(): Promise<void>;
}

/** Connects to the queue. Throws a UserError. */
export async function openAsker(options: AskOptions): Promise<Asker> {
  const asker = new QueueAsker(options, await openRunInRedis(options.address, options.tell));
  await asker.start();
  return asker;
}

/** How often a job that vanished from Redis is put there again. */
const MOST_LOST = 3;
/** Seconds without a worker after which this is told. */
const TOLD_AFTER = 2;

class QueueAsker implements Asker {
  private readonly jobs = new AskedJobs();
  /** Seconds in which nothing happened. */
  private quiet = 0;
  private begunAgain = 0;
  /** Why nothing more can be asked. */
  private broken: unknown;
  private clock: NodeJS.Timeout | undefined;
  private closing: Promise<void> | undefined;

  constructor(
    private readonly options: AskOptions,
    private readonly run: RunInRedis,
  ) {}

  async start(): Promise<void> {
    this.options.signal.addEventListener('abort', () => void this.close());
    this.clock = setInterval(() => this.everySecond(), 1000);
    try {
      await this.run.giveSign();
    } catch (error) {
      if (!isFull(error)) {
        await this.close();
        throw this.refusal(error);
      }
    }
    this.takeAnswers().catch((error) => this.closing || this.fail(this.refusal(error)));
  }

  ask(job: Job): Promise<JobAnswer> {
    return new Promise((resolve, reject) => {
      if (this.broken !== undefined) throw this.broken;
      this.jobs.add({ job, json: JSON.stringify(job), resolve, reject, unseen: 0, lost: 0 });
      void this.fill();
    });
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    clearInterval(this.clock);
    this.fail(this.options.signal.reason ?? new Error('the queue was closed'));
    if (this.begunAgain > 0) this.options.tell(doneAgain(this.begunAgain));
    await this.run.close();
  }

  private fail(error: unknown): void {
    this.broken ??= error;
    for (const asked of this.jobs.removeAll()) asked.reject(error);
  }

  private refusal(error: unknown) {
    return refused(this.options.address.shown, error as Error);
  }

  /** Puts jobs into the queue while there is room. */
  private readonly fill = alone(async () => {
    try {
      while (!this.closing) {
        const next = this.jobs.moveNext(this.run.newId);
        if (!next || !(await this.put(next.id, next.asked))) return;
      }
    } catch (error) {
      this.fail(this.refusal(error));
    }
  });

  /** False if Redis has no memory for the job, which waits again. */
  private async put(id: string, { json }: AskedJob): Promise<boolean> {
    try {
      await this.run.put(id, json);
      return true;
    } catch (error) {
      if (!isFull(error)) throw error;
      this.jobs.moveBack(id);
      return false;
    }
  }

  private async takeAnswers(): Promise<void> {
    while (!this.closing) {
      const id = await this.run.nextAnswered();
      if (id !== undefined) await this.takeAnswer(id);
    }
  }

  /** False if a job has no answer yet. */
  private async takeAnswer(id: string): Promise<boolean> {
    if (!this.jobs.get(id)) return true;
    const sent = await this.run.takeAnswer(id);
    if (sent === undefined) return false;
    const asked = this.jobs.remove(id);
    // It was taken at the same time.
    if (!asked) return true;
    const read = sent ? readAnswer(sent, asked.job) : undefined;
    // Otherwise the job may still be there.
    if (read) this.run.forget(id);
    if ((read?.tries ?? 1) + asked.lost > 1) this.begunAgain++;
    this.quiet = 0;
    asked.resolve(read?.answer ?? { problem: strange(asked.job.name) });
    void this.fill();
    return true;
  }

  /** Why nothing happens, if nothing does. */
  private lacking: Lacking = 'worker';

  private everySecond(): void {
    const { address, timeout } = this.options;
    if (this.jobs.areNone) this.quiet = 0;
    else if (++this.quiet > timeout) this.fail(nobody(address.shown, timeout, this.lacking));
    if (this.run.isConnected()) void this.look();
    else this.lacking = 'connection';
  }

  /** Looks for workers, and after the jobs that have no answer. */
  private readonly look = alone(async () => {
    const { address, timeout, tell } = this.options;
    try {
      await this.run.giveSign();
      const slots = await this.run.slots();
      this.jobs.makeRoom(slots);
      this.lacking = slots === 0 ? 'worker' : 'memory';
      for (const id of this.jobs.ids()) await this.lookAfter(id);
      await this.fill();
      if (slots > 0 && !this.jobs.allWait) this.quiet = 0;
      else if (slots === 0 && this.jobs.ids().length > 0 && this.quiet === TOLD_AFTER)
        tell(noWorkerYet(address.shown, timeout));
    } catch (error) {
      if (isFull(error)) this.lacking = 'memory';
      else this.fail(this.refusal(error));
    }
  });

  /** Looks after a job: it may have failed in all tries, or Redis may have lost it. */
  private async lookAfter(id: string): Promise<void> {
    const state = await this.run.stateOf(id);
    if (await this.takeAnswer(id)) return;
    if (state === 'failed') {
      this.giveUp(id, await this.run.removeFailed(id));
      void this.fill();
      return;
    }
    const asked = this.jobs.get(id);
    if (!asked) return;
    asked.unseen = state === 'gone' ? asked.unseen + 1 : 0;
    // The first time, it may just have ended, and its answer comes.
    if (asked.unseen < 2) return;
    asked.unseen = 0;
    if (++asked.lost > MOST_LOST) this.giveUp(id, 'Redis lost it');
    else await this.run.put(id, asked.json);
  }

  private giveUp(id: string, reason: string): void {
    const asked = this.jobs.remove(id);
    asked?.resolve({ problem: dead(asked.job.name, reason) });
  }
}

/** Makes a function that does the work, or nothing while the work is still being done. */
function alone(work: () => Promise<void>): () => Promise<void> {
  let isAtWork = false;
  return async () => {
    if (isAtWork) return;
    isAtWork = true;
    try {
      await work();
    } finally {
      isAtWork = false;
    }
  };
}
