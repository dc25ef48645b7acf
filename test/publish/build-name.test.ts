import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/api.ts';
import { type BuildGround, buildGround, buildName } from '../../src/publish/build-name.ts';
import type { PageChoices } from '../../src/publish/page.ts';
import { publicationOf } from '../../src/publish/publication.ts';
import type { CheckedFile } from '../../src/workspace/check-files.ts';
import { type Data, nothingHappened, put, yamlOf } from '../reports.ts';

let folder: string;
let base: CheckedFile;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'report-name-'));
  base = await checked({});
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Given {
  readonly data?: Data;
  readonly file?: string;
  readonly comment?: string;
  readonly today?: string;
  readonly last?: Data;
  readonly lastFile?: string;
  readonly config?: string;
}

/** Checks a report that prints how many documents there were last year, with last year's report and settings. */
async function checked({
  data,
  file = '2023.yaml',
  comment = '',
  today,
  last,
  lastFile,
  config,
}: Given): Promise<CheckedFile> {
  const own = mkdtempSync(join(folder, 'x'));
  writeFileSync(join(own, 'report.config.yaml'), config ?? '');
  writeFileSync(join(own, lastFile ?? '2022.yaml'), yamlOf(last ?? nothingHappened(2022)));
  const report = { ...(data ?? nothingHappened()), previous: lastFile ?? '2022.yaml' };
  writeFileSync(join(own, file), yamlOf(report) + comment);
  const options = { cwd: own, now: () => new Date(`${today ?? '2024-01-23'}T12:00:00Z`) };
  const [one] = (await checkFiles([file], options)).checked;
  if (!one) throw new Error('not checked');
  return one;
}

const CHOICES: PageChoices = { formats: ['html', 'pdf'], base: '2023' };
const REVIEW: PageChoices = { ...CHOICES, formats: ['review.html'] };
const DRAFT: PageChoices = { ...CHOICES, draft: true };
const GROUND: BuildGround = {
  program: 'p',
  fonts: [['f', 1]],
  browser: 'b',
  template: 't',
  epoch: undefined,
  reads: true,
};
const late = put(nothingHappened(), 'published', '2024-02-10');

test('the same report has the same name, in any folder, on any day and with any settings', async () => {
  const name = await buildName(base, CHOICES, GROUND);
  expect(name).toMatch(/^[0-9a-f]{16}-[0-9a-f]{64}$/);
  expect(await buildName(await checked({}), { ...CHOICES }, { ...GROUND })).toBe(name);
  expect(await buildName(await checked({ today: '2031-05-05' }), CHOICES, GROUND)).toBe(name);
  expect(await buildName(await checked({ config: 'rules:\n  published-late: off\n' }), CHOICES, GROUND)).toBe(name);
  expect(await buildName(await checked({ lastFile: 'last.yaml', file: '2023.yaml' }), CHOICES, GROUND)).not.toBe(name);
});

test.each<[string, Given]>([
  ['a text', { data: put(nothingHappened(), 'problems.text', '没有问题。') }],
  ['a number', { data: put(nothingHappened(), 'active_disclosure', { regulations: { issued: 1 } }) }],
  ['a comment', { comment: '# 附记\n' }],
  ['its file name', { file: 'other.yaml' }],
  [
    "a number of last year's report",
    { last: put(nothingHappened(2022), 'applications', { new: { natural_person: 3 } }) },
  ],
])('a report that differs in %s has another name', async (_, given) => {
  expect(await buildName(await checked(given), CHOICES, GROUND)).not.toBe(await buildName(base, CHOICES, GROUND));
});

test.each<[string, Partial<PageChoices>]>([
  ['formats', { formats: ['html'] }],
  ['the order of the formats', { formats: ['pdf', 'html'] }],
  ['the name of the files', { base: 'other' }],
  ['a draft', { draft: true }],
  ['system fonts', { systemFonts: true }],
  ['no source', { withoutSource: true }],
])('another choice has another name: %s', async (_, choice) => {
  expect(await buildName(base, { ...CHOICES, ...choice }, GROUND)).not.toBe(await buildName(base, CHOICES, GROUND));
});

test.each<[keyof BuildGround, Partial<BuildGround>]>([
  ['program', { program: 'q' }],
  ['fonts', { fonts: [['f', 2]] }],
  ['browser', { browser: 'c' }],
  ['template', { template: 'u' }],
  ['epoch', { epoch: 1 }],
  ['reads', { reads: false }],
])('another ground has another name: %s', async (_, other) => {
  expect(await buildName(base, CHOICES, { ...GROUND, ...other })).not.toBe(await buildName(base, CHOICES, GROUND));
});

test('the parts of the ground are all in this table', () => {
  expect(Object.keys(GROUND).sort()).toEqual(['browser', 'epoch', 'fonts', 'program', 'reads', 'template']);
});

describe('where findings are printed, they count', () => {
  const off = { data: late, config: 'rules:\n  published-late: off\n' };
  test.each([
    ['the sheet for sign-off', REVIEW],
    ['a draft', DRAFT],
  ])('in %s', async (_, choices) => {
    const name = await buildName(await checked({ data: late }), choices, GROUND);
    expect(await buildName(await checked({ data: late, today: '2024-05-01' }), choices, GROUND)).toBe(name);
    expect(await buildName(await checked(off), choices, GROUND)).not.toBe(name);
    expect(await buildName(await checked(off), CHOICES, GROUND)).toBe(
      await buildName(await checked({ data: late }), CHOICES, GROUND),
    );
  });
  test('a waiver that expires counts too', async () => {
    const waiver = {
      rule: 'published-late',
      at: 'published',
      reason: '停电',
      approved_by: '张三',
      expires: '2024-06-30',
    };
    const data = { ...late, waivers: [{ ...waiver, values: { published: '2024-02-10' } }] };
    const [before, after] = [
      await checked({ data, today: '2024-05-01' }),
      await checked({ data, today: '2024-08-01' }),
    ];
    expect(before.diagnostics).not.toEqual(after.diagnostics);
    for (const choices of [REVIEW, DRAFT])
      expect(await buildName(before, choices, GROUND)).not.toBe(await buildName(after, choices, GROUND));
    expect(await buildName(before, CHOICES, GROUND)).toBe(await buildName(after, CHOICES, GROUND));
  });
});

/** Notes which properties are read. */
function watched<T extends object>(value: T, read: Set<string>): T {
  return new Proxy(value, {
    get(target, key) {
      read.add(String(key));
      return Reflect.get(target, key);
    },
  });
}

test('nothing of a checked report is printed that is not part of its name', () => {
  const [ofChecked, ofSource] = [new Set<string>(), new Set<string>()];
  const source = watched(base.source, ofSource);
  publicationOf(watched({ ...base, source }, ofChecked), { ...CHOICES, template: 't' });
  expect([...ofChecked].sort()).toEqual(['report', 'source']);
  expect([...ofSource].sort()).toEqual(['file', 'text']);
});

describe('the ground of a run', () => {
  const tools = { templates: async () => ({ hashOfAll: 't' }) as never, epoch: 5 };
  const machine = { cwd: '/', env: {}, now: () => new Date(0), signal: new AbortController().signal };
  const of = (formats: string[], options = {}, more = {}) =>
    buildGround(formats, { reads: true, ...options }, { ...machine, ...more }, tools);
  const startBrowser = () => Promise.reject(new Error('not started'));

  test('has what the formats need', async () => {
    expect(await of(['docx'])).toMatchObject({ fonts: [], browser: undefined, template: 't', epoch: 5, reads: true });
    expect((await of(['html']))?.fonts).toHaveLength(5);
    expect((await of(['html', 'pdf'], {}, { startBrowser, browserIdentity: 'x' }))?.browser).toBe('x');
  });
  test('is unknown if the fonts of the machine or an unknown browser are used', async () => {
    expect(await of(['docx'], { systemFonts: true })).toBeUndefined();
    expect(await of(['pdf'], {}, { startBrowser })).toBeUndefined();
    expect(await of(['pdf'], { browser: '/nowhere' })).toBeUndefined();
    expect(await of(['docx'], { browser: '/nowhere' })).toBeDefined();
  });
  test('knows a program as the browser, and not a script that starts one', async () => {
    const [program, script] = [join(folder, 'program'), join(folder, 'script')];
    writeFileSync(program, '\u007fELF', { mode: 0o700 });
    writeFileSync(script, '#!/bin/sh\n', { mode: 0o700 });
    const before = (await of(['pdf'], { browser: program }))?.browser;
    expect(before).toContain('program');
    expect(await of(['pdf'], { browser: script })).toBeUndefined();
    writeFileSync(program, '\u007fELF2');
    expect((await of(['pdf'], { browser: program }))?.browser).not.toBe(before);
  });
});
