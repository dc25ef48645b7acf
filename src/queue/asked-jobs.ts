import type { JobAnswer } from './answer.ts';
import type { Job } from './job.ts';

/** A job that somebody waits for. */
export interface AskedJob {
  readonly job: Job;
  readonly json: string;
  readonly resolve: (answer: JobAnswer) => void;
  readonly reject: (error: unknown) => void;
  /** How often in a row it was seen neither in the queue nor answered. */
  unseen: number;
  /** How often it was put into the queue again. */
  lost: number;
}

/** Jobs in the queue for each job that all workers together do at a time, and if no worker is known. */
const [FOR_EACH, FOR_NOBODY] = [4, 4];
/** Jobs at a time for which there is room at most: workers can say any number. */
const MOST_SLOTS = 1000;
/** Characters of JSON that are in the queue at a time. */
const MOST_WAITING = 64 * 1024 * 1024;

/** The jobs of an asker that have no answer yet: some are in the queue, the others wait until there is room. */
export class AskedJobs {
  private readonly inQueue = new Map<string, AskedJob>();
  private readonly waiting: AskedJob[] = [];
  private room = FOR_NOBODY;

  /** Adds a job to those that wait. */
  add(asked: AskedJob): void {
    this.waiting.push(asked);
  }

  /** The next job, as being in the queue under this id; undefined if there is none or no room for it. */
  moveNext(id: () => string): { readonly id: string; readonly asked: AskedJob } | undefined {
    const [asked] = this.waiting;
    if (!asked || !this.hasRoomFor(asked)) return undefined;
    this.waiting.shift();
    const moved = { id: id(), asked };
    this.inQueue.set(moved.id, asked);
    return moved;
  }

  /** Has a job wait again, as the first: there is no memory for it. */
  moveBack(id: string): void {
    const asked = this.remove(id);
    if (asked) this.waiting.unshift(asked);
  }

  get(id: string): AskedJob | undefined {
    return this.inQueue.get(id);
  }

  remove(id: string): AskedJob | undefined {
    const asked = this.inQueue.get(id);
    this.inQueue.delete(id);
    return asked;
  }

  removeAll(): AskedJob[] {
    const all = [...this.inQueue.values(), ...this.waiting.splice(0)];
    this.inQueue.clear();
    return all;
  }

  /** Makes room for workers that do so many jobs at a time. */
  makeRoom(slots: number): void {
    this.room = Math.max(FOR_NOBODY, Math.min(slots, MOST_SLOTS) * FOR_EACH);
  }

  /** The ids of the jobs in the queue. */
  ids(): string[] {
    return [...this.inQueue.keys()];
  }

  get areNone(): boolean {
    return this.inQueue.size + this.waiting.length === 0;
  }

  /** Whether not even one job could be put into the queue. */
  get allWait(): boolean {
    return this.inQueue.size === 0 && this.waiting.length > 0;
  }

  private hasRoomFor(next: AskedJob): boolean {
    const size = [...this.inQueue.values()].reduce((sum, { json }) => sum + json.length, next.json.length);
    return this.inQueue.size === 0 || (this.inQueue.size < this.room && size <= MOST_WAITING);
  }
}
