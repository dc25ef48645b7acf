import { describe, expect, test } from 'vitest';
import { readPublished } from '../../src/import/read-published.ts';
import { Refusal } from '../../src/import/refusal.ts';
import { HOSTILE } from './hostile-files.ts';

describe('a hostile file is read or refused', () => {
  test.each(HOSTILE)('$name: $kind', async ({ name, kind, make }) => {
    const bytes = await make();
    const outcome = await readPublished({ name, bytes }).then(
      () => 'read',
      // The thread makes a refusal of the error of a library; an error of this program is a fault.
      (error: Error) =>
        error instanceof Refusal
          ? error.kind
          : /^(?:Type|Range|Reference)Error$/.test(error.name)
            ? `${error}`
            : 'damaged',
    );
    expect(outcome).toBe(kind);
  });
});
