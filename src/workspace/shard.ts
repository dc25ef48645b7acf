import { createHash } from 'node:crypto';

/** One of several shares of the files of a run: `index` of `count`, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/**
 * Whether a file is in the shard. This depends on nothing but its name, so that every file is in exactly one shard and a new
 * file moves no other. `name` is relative to the working folder, with `/`; systems that write accents in two characters agree
 * with those that write one.
 */
export function isInShard(name: string, { index, count }: Shard): boolean {
  const hash = createHash('sha256').update(name.normalize('NFC')).digest();
  return hash.readUIntBE(0, 6) % count === index - 1;
}

/** A hash of all names, as `isInShard` gets them: shards that divide the same list have the same. */
export const hashOfNames = (names: readonly string[]): string =>
  createHash('sha256')
    .update(
      names
        .map((name) => name.normalize('NFC'))
        .sort()
        .join('\n'),
    )
    .digest('hex');
