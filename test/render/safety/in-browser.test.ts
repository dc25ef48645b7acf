import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ATTACKS, type Attack, HARMLESS } from './attacks.ts';
import { type ListeningBrowser, listeningBrowser } from './listening-browser.ts';
import { pageOf, root, templatesOf } from './own-template.ts';

let browser: ListeningBrowser;
beforeAll(async () => {
  browser = await listeningBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(root, { recursive: true });
});

/** As if nothing checked what the template brings. */
const unchecked = async (attack: Attack) => pageOf({ ...(await templatesOf(attack)), own: undefined });

describe('with the policy alone, nothing runs and nothing is asked for', () => {
  test.each(ATTACKS)('$where: $name', async (attack) => {
    expect(await browser.listen(await unchecked(attack), true)).toEqual({ ran: 0, requests: [] });
  });

  // A link that is followed leads somewhere: nothing is clicked on.
  test.each(HARMLESS)('$where: $name', async (harmless) => {
    expect(await browser.listen(await unchecked(harmless), false)).toEqual({ ran: 0, requests: [] });
  });

  test('nothing has reached the server', () => expect(browser.served).toEqual([]));
});

describe('without the policy either, the same listener hears it', () => {
  test.each([
    ['script', { ran: 1, requests: [] }],
    ['script behind an empty comment', { ran: 1, requests: [] }],
    ['event handler of a drawing', { ran: 1, requests: [] }],
    ['link that runs, with a tab and a line break', { ran: 1, requests: [] }],
    ['policy that allows all', { ran: 1, requests: [] }],
    ['frame that holds its page', { ran: 1, requests: [] }],
    ['button with an address', { ran: 0, requests: ['/form'] }],
    ['link that tells elsewhere that it was followed', { ran: 0, requests: ['/ping'] }],
    ['picture', { ran: 0, requests: ['/p.png'] }],
    ['picture in a filter', { ran: 0, requests: ['/p.png'] }],
    ['style sheet from elsewhere', { ran: 0, requests: ['/a.css'] }],
    ['background by an escape', { ran: 0, requests: ['/p.png'] }],
    ['set of pictures', { ran: 0, requests: ['/p.png'] }],
    ['font', { ran: 0, requests: ['/a.woff2'] }],
  ])('%s', async (name, heard) => {
    const page = await unchecked(ATTACKS.find((attack) => attack.name === name) as Attack);
    const open = page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
    expect(open).not.toBe(page);
    expect(await browser.listen(open, true)).toEqual(heard);
  });
});
