/** Names in Redis. BullMQ's own keys start with `ogi-report:jobs:`. */
export const PREFIX = 'ogi-report';
export const JOBS = 'jobs';

/** A sorted set: each worker as `id:slots`, with the second until which it is known to be alive. */
export const WORKERS = `${PREFIX}:workers`;

/** There as long as the asker of a run is alive. */
export const aliveKey = (run: string): string => `${PREFIX}:run:${run}`;
/** A list of the ids of finished jobs of a run. */
export const doneKey = (run: string): string => `${PREFIX}:run:${run}:done`;
/** BullMQ's: the token of the worker that has a job in hand. */
export const lockKey = (id: string): string => `${PREFIX}:${JOBS}:${id}:lock`;
/** The answer to a job. */
export const answerKey = (id: string): string => `${PREFIX}:answer:${id}`;

/** Seconds after which an answer that nobody takes is removed. */
export const KEPT = 3600;
/** Seconds that an asker or a worker is known to be alive after its last sign. */
export const ALIVE = 60;

/** How often a job is tried. */
export const TRIES = 3;

/** The run of a job; undefined for an id that no asker makes. */
export const runOf = (id: string): string | undefined => /^([0-9a-f]{32})-[0-9]{1,9}$/.exec(id)?.[1];
