import { expect, test } from 'vitest';
import { checkFiles } from '../../src/api.ts';
import { openPublisher, type PublishOptions } from '../../src/publish/publisher.ts';
import { sharedBrowserLeftOpen } from '../shared-browser.ts';

/** How often the browser was closed when the report was built, and when the publisher was closed. */
async function closings(options: PublishOptions): Promise<[number, number]> {
  let closed = 0;
  const browser = await sharedBrowserLeftOpen();
  const close = async () => {
    closed++;
  };
  const machine = {
    cwd: new URL('../../examples/', import.meta.url).pathname,
    env: {},
    now: () => new Date('2024-02-01T00:00:00Z'),
    signal: new AbortController().signal,
    startBrowser: async () => ({ ...browser, close }),
  };
  const [checked] = (await checkFiles(['wenzhou-hrss-2023.yaml'], machine)).checked;
  if (!checked) throw new Error('not checked');
  const publisher = await openPublisher(options, machine);
  const { files } = await publisher.build(checked);
  expect(files.map(({ format }) => format)).toEqual(options.formats);
  const built = closed;
  await publisher.close();
  return [built, closed];
}

test('the browser closes as soon as the only document that it prints is printed', async () => {
  expect(await closings({ formats: ['html', 'pdf'], single: true })).toEqual([1, 1]);
});

test('it stays open for more reports, and for formats that may need it after that', async () => {
  expect(await closings({ formats: ['html', 'pdf'] })).toEqual([0, 1]);
  expect(await closings({ formats: ['pdf', 'docx'], single: true })).toEqual([0, 1]);
  expect(await closings({ formats: ['pdf', 'review.pdf'], single: true })).toEqual([0, 1]);
});
