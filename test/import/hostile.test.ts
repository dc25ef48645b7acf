import { describe, expect, test } from 'vitest';
import { readPublished } from '../../src/import/read-published.ts';
import { Refusal } from '../../src/import/refusal.ts';
import { HOSTILE } from './hostile-files.ts';

describe('a hostile file is read or refused', () => {
  test.each(HOSTILE)('$name: $kind', async ({ name, kind, make }) => {
    const bytes = await make();
    const t = performance.now();
    const outcome = await readPublished({ name, bytes }).then(
      () => 'read',
      (error: Error) =>
        error instanceof Refusal
          ? error.kind
          : /^(?:Type|Range|Reference)Error$/.test(error.name)
            ? `${error}`
            : 'damaged',
    );
    console.log(name, outcome, Math.round(performance.now() - t), 'ms', process.memoryUsage().rss >> 20);
    expect(outcome).toBe(kind);
  });
});
