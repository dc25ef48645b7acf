import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { pipeTransport } from '../../src/browser/pipe-transport.ts';

/** A connection to a browser that says what the test says. */
function connection() {
  const [commands, answers] = [new PassThrough(), new PassThrough()];
  const transport = pipeTransport({ commands, answers });
  const says = (message: object) => void answers.write(`${JSON.stringify(message)}\0`);
  return {
    transport,
    attaches: (page: string) =>
      says({
        method: 'Target.attachedToTarget',
        params: { sessionId: `session of ${page}`, targetInfo: { targetId: page, type: 'page' } },
      }),
    reportsEndTo: (page: string) =>
      says({ method: 'Inspector.targetCrashed', params: {}, sessionId: `session of ${page}` }),
    reportsEnd: (page: string) => says({ method: 'Target.targetCrashed', params: { targetId: page } }),
    /** Work that ends when the browser has said everything. */
    opensPage: () => {
      let done: (value: string) => void = () => undefined;
      const opened = transport.unlessPageEnds(
        new Promise<string>((resolve) => {
          done = resolve;
        }),
      );
      transport.onmessage = (message) => void (message.includes('last') && done('opened'));
      return opened;
    },
    fallsSilent: () => says({ method: 'last' }),
  };
}

test('a page whose process ends cannot be opened', async () => {
  for (const report of ['reportsEnd', 'reportsEndTo'] as const) {
    const browser = connection();
    const opened = browser.opensPage();
    browser.attaches('page');
    browser[report]('page');
    await expect(opened, report).rejects.toThrow('page process of the browser ended');
  }
});

test('that the process of an earlier page has ended does not keep the next page from being opened', async () => {
  const browser = connection();
  const first = browser.opensPage();
  browser.attaches('first');
  browser.fallsSilent();
  expect(await first).toBe('opened');
  const second = browser.opensPage();
  browser.reportsEndTo('first');
  browser.reportsEnd('first');
  browser.attaches('second');
  browser.fallsSilent();
  expect(await second).toBe('opened');
});
