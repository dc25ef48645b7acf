import { expect, test } from 'vitest';
import { ENDINGS } from '../../src/import/endings.ts';
import { ADAPTERS } from '../../src/import/formats.ts';

test('a folder is searched for the files of every format', () => {
  expect([...ENDINGS].sort()).toEqual(ADAPTERS.flatMap(({ endings }) => endings).sort());
});
