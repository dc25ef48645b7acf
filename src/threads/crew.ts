import type { Worker } from 'node:worker_threads';

/** The threads of a pool. */
export class Crew {
  private readonly idle: Worker[] = [];
  private readonly all = new Set<Worker>();
  private readonly start: () => Worker;

  constructor(start: () => Worker) {
    this.start = start;
  }

  get isEmpty(): boolean {
    return this.all.size === 0;
  }

  /** Takes an idle thread, if possible this one, or starts another. Throws if the system gives no more threads. */
  take(wanted: Worker | undefined): Worker {
    const at = wanted ? this.idle.indexOf(wanted) : -1;
    // At -1 is the last, which has worked most recently.
    const [one] = this.idle.splice(at, 1);
    return one ?? this.begin();
  }

  /** Takes back a thread that has done its task, unless it has ended. */
  release(worker: Worker): void {
    if (this.all.has(worker)) this.idle.push(worker);
  }

  async stop(worker: Worker): Promise<void> {
    this.all.delete(worker);
    await worker.terminate();
  }

  async stopAll(): Promise<void> {
    this.idle.length = 0;
    await Promise.all([...this.all].map((worker) => worker.terminate()));
  }

  private begin(): Worker {
    const worker = this.start();
    worker.unref();
    // An error also ends the answer that is awaited, if there is one.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      this.all.delete(worker);
      const at = this.idle.indexOf(worker);
      if (at >= 0) this.idle.splice(at, 1);
    });
    this.all.add(worker);
    return worker;
  }
}
