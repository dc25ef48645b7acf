import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ALL_RULES } from '../../src/check/rule-list.ts';
import { expectations, findingsOf } from '../harness.ts';
import { checkExample, SHOWN, SHOWN_ELSEWHERE } from '../rule-examples.ts';

const filesBelow = (folder: URL, ending: string): URL[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => new URL(file.replaceAll('\\', '/'), folder));
const read = (file: URL): string => readFileSync(file, 'utf8');

const ids = ALL_RULES.map(({ id }) => id);
const fixtures = filesBelow(new URL('../fixtures/', import.meta.url), '.yaml').map(read);
const found = new Set([
  ...fixtures.flatMap((text) => findingsOf(text)).map(({ rule }) => rule),
  ...SHOWN.flatMap((rule) => checkExample(rule, 'bad').diagnostics).map(({ rule }) => rule),
]);

describe('the list of rules', () => {
  test('has every id that the checks give a finding', () => {
    expect([...found].filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('every id is given in one place, with what is known of the rule; findings take it from there', () => {
    const code = filesBelow(new URL('../../src/', import.meta.url), '.ts')
      .map(read)
      .join('\n');
    const given = (word: string) => [...code.matchAll(new RegExp(`\\b${word}: '([a-z-]+)'`, 'gu'))].map(([, id]) => id);
    const [known, named] = [given('id'), given('rule')];
    expect(named.filter((id) => !ids.includes(id ?? ''))).toEqual([]);
    expect(ids.filter((id) => [...known, ...named].filter((other) => other === id).length !== 1)).toEqual([]);
  });

  test('has no id that nothing gives', () => {
    expect(ids.filter((id) => !found.has(id) && !Object.hasOwn(SHOWN_ELSEWHERE, id))).toEqual([]);
  });
});

/** What would be missed if a rule said nothing: the bad examples that must have a finding of it, and the fixtures that ask for one. */
function watchersOf(id: string): string[] {
  const example = SHOWN.filter((rule) => rule.id === id).map(() => 'its example');
  const asked = fixtures.filter((text) => expectations(text).some(({ rule }) => rule === id)).map(() => 'a fixture');
  const elsewhere = SHOWN_ELSEWHERE[id];
  const own = elsewhere !== undefined && read(new URL(`../../${elsewhere}`, import.meta.url)).includes(id);
  return [...example, ...asked, ...(own ? [elsewhere] : [])];
}

test('there is a test for every rule that fails when the rule says nothing', () => {
  expect(ids.filter((id) => watchersOf(id).length === 0)).toEqual([]);
});

test('what is shown elsewhere is shown nowhere else', () => {
  for (const id of Object.keys(SHOWN_ELSEWHERE)) expect.soft(found.has(id), id).toBe(false);
});
