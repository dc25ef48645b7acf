import { expect, test } from 'vitest';
import { openImporter } from '../../src/import/import-thread.ts';
import { Refusal } from '../../src/import/refusal.ts';
import { foreignPage } from './pages.ts';

const file = (name: string, text: string) => () => ({ name, bytes: Buffer.from(text) });

test('files are read in threads, more than there are threads; a refusal stays what it is', async () => {
  const importer = openImporter({ threads: 2 });
  try {
    const names = ['1', '2', '3', '4', '5'];
    const readings = await Promise.all(names.map((name) => importer.read(file(name, foreignPage()))));
    expect(readings.map((reading) => reading.file)).toEqual(names);
    const refusal = await importer.read(file('x', 'nothing')).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ words: { zh: expect.any(String) }, hint: { en: expect.any(String) } });
  } finally {
    await importer.close();
  }
});

test('a file that takes too long ends its thread; the next one is read in a new thread', async () => {
  let limit = AbortSignal.abort();
  const importer = openImporter({ threads: 1, limit: () => limit });
  try {
    const refusal = await importer.read(file('slow', foreignPage())).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ kind: 'too-slow' });
    limit = new AbortController().signal;
    expect((await importer.read(file('next', foreignPage()))).tables.missing).toEqual([]);
  } finally {
    await importer.close();
  }
});

test('a file that fills the memory ends its thread; the next one is read in a new thread', async () => {
  const importer = openImporter({ threads: 1, megabytes: 48 });
  try {
    const full = file('full.html', foreignPage() + '<p>甲<b>乙</b></p>'.repeat(200_000));
    const refusal = await importer.read(full).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ kind: 'too-large', words: { en: expect.stringContaining('memory') } });
    expect((await importer.read(file('next', foreignPage()))).tables.missing).toEqual([]);
  } finally {
    await importer.close();
  }
});

test('an interruption is no refusal', async () => {
  const importer = openImporter({ threads: 1, signal: AbortSignal.abort(new Error('interrupted')) });
  await expect(importer.read(file('x', foreignPage()))).rejects.toThrow('interrupted');
  await importer.close();
});
