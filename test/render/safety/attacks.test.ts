import { rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { UserError } from '../../../src/diagnostics/user-error.ts';
import { ATTACKS, HARMLESS, LEADING_AWAY } from './attacks.ts';
import { pageOf, root, templatesOf } from './own-template.ts';

afterAll(() => rmSync(root, { recursive: true }));

describe('is refused, with its place', () => {
  test.each([...ATTACKS, ...LEADING_AWAY])('$where: $name', async (attack) => {
    const error = await templatesOf(attack)
      .then(pageOf)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    const { text, hint } = error as UserError;
    expect(text.zh).toMatch(attack.where === 'css' ? /(?:screen\.css|report\.hbs):\d+:\d+ / : /report\.hbs:\d+:\d+ /);
    expect(hint).toBeDefined();
  });
});

describe('stays', () => {
  test.each(HARMLESS)('$where: $name', async (harmless) => {
    expect(await pageOf(await templatesOf(harmless))).toContain(harmless.html);
  });
});
