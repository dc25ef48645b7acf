import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { picker } from '../check/sums/picker.ts';
import { inProcess } from '../cli/run.ts';
import { byTemplate, byVersion, type Forgery, PAGE_FORGERIES } from './forged-pages.ts';
import { PDF_FORGERIES, withReceipt } from './forged-pdfs.ts';
import { inParts, MAIN, savedBy, WORD_FORGERIES, withProperty } from './forged-words.ts';
import { MANIPULATIONS, type Manipulation, withoutTags } from './manipulations.ts';

const text = readFileSync('examples/wenzhou-hrss-2023.yaml', 'utf8');
let cwd: string;
let html: string;
let pdf: Uint8Array;
let docx: Uint8Array;
const NO_ONE = { by: 'clerk', otherVersion: '?' } as const;
const write = (name: string, content: string | Uint8Array) => writeFileSync(join(cwd, name), content);
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'report-forgeries-'));
  write('2023.yaml', text);
  const built = await inProcess(['build', '2023.yaml', '-o', '.', '-q'], { cwd });
  expect(built.code).toBe(0);
  html = readFileSync(join(cwd, '2023.html'), 'utf8');
  pdf = readFileSync(join(cwd, '2023.pdf'));
  // Alone, because then no page is made for each comparison.
  expect((await inProcess(['build', '2023.yaml', '--format', 'docx', '-o', '.', '-q'], { cwd })).code).toBe(0);
  docx = readFileSync(join(cwd, '2023.docx'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** Writes the forged files, made from `original`, and gives the sign of each with what was done. */
async function table<File extends string | Uint8Array>(
  forgeries: readonly Forgery<File>[],
  original: File,
  ...argv: string[]
): Promise<string[]> {
  const verdicts = await said(forgeries, original, ...argv);
  return forgeries.map(({ what }, index) => `${verdicts[index]?.[0]} ${what}`);
}

/** What is said of each. */
async function said<File extends string | Uint8Array>(
  forgeries: readonly Pick<Forgery<File>, 'change'>[],
  original: File,
  ...argv: string[]
): Promise<string[]> {
  const names: string[] = [];
  for (const [index, { change }] of forgeries.entries()) {
    const name = `${index}.${typeof original === 'string' ? 'html' : 'file'}`;
    write(name, await change(original));
    names.push(name);
  }
  const { stdout } = await inProcess(['verify', ...names, ...argv], { cwd });
  return stdout.split(/^(?=[✓✗?] )/mu);
}

const SOURCE = ['--source', '2023.yaml'];
/** Those that are not tried below, where it is also asked what is said. */
const others = <One extends { readonly change: unknown }>(forgeries: readonly One[]): One[] =>
  forgeries.filter(
    ({ change }) => !MANIPULATIONS.some(({ pdf: [own], docx: [word] }) => [own, word].includes(change as never)),
  );
const asOtherVersion = (forgeries: readonly Pick<Forgery<never>, 'what' | 'otherVersion'>[]) =>
  forgeries.map(({ what, otherVersion }) => `${otherVersion} ${what}`);

describe('forged pages', () => {
  const damaged = new Set(['a second receipt', 'a link to another file, and a receipt to go with it']);

  test('under our own version and template none is what the report builds', async () => {
    expect(await table(PAGE_FORGERIES, html, ...SOURCE)).toEqual(
      PAGE_FORGERIES.map(({ what }) => `${damaged.has(what) ? '?' : '✗'} ${what}`),
    );
  });

  test('without --source neither', async () => {
    const first = PAGE_FORGERIES.slice(0, 10);
    expect(await table(first, html)).toEqual(first.map(({ what }) => `✗ ${what}`));
  });

  test('a receipt that names another version or template makes none of them right', async () => {
    expect(await table(PAGE_FORGERIES, byVersion('9.9.9')(html), ...SOURCE)).toEqual(asOtherVersion(PAGE_FORGERIES));
    const first = PAGE_FORGERIES.slice(0, 10);
    expect(await table(first, byTemplate(html), ...SOURCE)).toEqual(asOtherVersion(first));
  });
});

describe('forged PDFs', () => {
  const first = PDF_FORGERIES.slice(0, 4);

  test('under our own version, template and browser none is what the report builds', async () => {
    const some = others(first);
    expect(await table(some, pdf, ...SOURCE)).toEqual(some.map(({ what }) => `✗ ${what}`));
  });

  test('a receipt that names another version makes none of them right', async () => {
    const claimed = await withReceipt(pdf, { tool: 'ogi-report 9.9.9' });
    expect(await table(PDF_FORGERIES, claimed, ...SOURCE)).toEqual(asOtherVersion(PDF_FORGERIES));
  });

  test('neither does one that names another browser', async () => {
    const claimed = await withReceipt(pdf, { browser: 'HeadlessChrome/1.2.3.4' });
    expect(await table(first, claimed, ...SOURCE)).toEqual(first.map(({ what }) => `? ${what}`));
  });

  test('nor a machine without a browser, whatever was damaged', async () => {
    const random = picker(15);
    const files = Array.from({ length: 40 }, () => {
      const damaged = Uint8Array.from(pdf);
      for (let count = 0; count < 3; count++) damaged[random(damaged.length)] = random(256);
      return damaged;
    });
    const damages = files.map(
      (file, index): Forgery<Uint8Array> => ({ ...NO_ONE, what: `${index}`, change: () => file }),
    );
    const signs = await table(damages, pdf, ...SOURCE, '--browser', '/nowhere/chrome');
    expect(signs.filter((line) => !/^[✗?] \d+$/u.test(line))).toEqual([]);
  });
});

describe('forged Word documents', () => {
  test('the one that was built is what the report builds, with and without --source', async () => {
    const same = [{ change: (file: Uint8Array) => file }];
    expect(await said(same, docx, ...SOURCE)).toEqual([expect.stringMatching(/^✓.*\n.*完全相同/u)]);
    expect(await said(same, docx)).toEqual([expect.stringMatching(/^✓/u)]);
  });

  test('none is what the report builds, and what was done is said', async () => {
    const some = others(WORD_FORGERIES);
    const verdicts = await said(some, docx, ...SOURCE);
    for (const [index, forgery] of some.entries()) {
      expect.soft(verdicts[index]?.[0], forgery.what).toBe('✗');
      expect.soft(verdicts[index]?.replace(/\n {2}(?=\S)/gu, ''), forgery.what).toMatch(forgery.said);
    }
  });

  test('under another version neither', async () => {
    const claimed = withProperty(/ogi-report [\d.]+/u, 'ogi-report 9.9.9')(docx);
    const some = WORD_FORGERIES.filter(({ otherVersion }, index) => otherVersion === '✗' || index < 3);
    expect(await table(some, claimed, ...SOURCE)).toEqual(asOtherVersion(some));
  });

  test('saved again by an office program: it cannot be told, or what was done is said', async () => {
    const office = savedBy('Microsoft Office Word');
    const changes = [
      office,
      ...WORD_FORGERIES.slice(0, 5).map(
        ({ change }) =>
          async (file: Uint8Array) =>
            change(office(file)),
      ),
    ];
    const verdicts = await said(
      changes.map((change) => ({ change })),
      docx,
      ...SOURCE,
    );
    expect(verdicts.map(([sign]) => sign)).toEqual(['?', '✗', '✗', '✗', '✗', '✗']);
    expect(verdicts[0]).toMatch(/Microsoft Office Word 重新保存过它/u);
  });

  test('a broken receipt, or parts that are none, are no crash', async () => {
    const broken = [
      withProperty('</Properties>', '<property name="表式"><vt:lpwstr>2021</vt:lpwstr></property></Properties>'),
      withProperty('2021', 'x'.repeat(200_000)),
      inParts({ 'docProps/custom.xml': () => '<Properties><property name="__proto__">' }),
      (file: Uint8Array) => file.subarray(0, 9000),
      inParts({ [MAIN]: () => '<w:document><w:tbl><w:tr><w:tc>'.repeat(20_000) }),
      inParts({ 'word/styles.xml': () => '<w:style w:styleId="Cell"><w:basedOn w:val="Cell"/></w:style>' }),
    ].map((change) => ({ change }));
    const verdicts = await said(broken, docx, ...SOURCE);
    expect(verdicts.map(([sign]) => sign).join('')).toBe('???✗✗✗');
  });
});

describe.each(['html', 'pdf', 'docx'] as const)('what people and programs do to a file: %s', (kind) => {
  const original = () => ({ html: Buffer.from(html), pdf, docx })[kind];
  const oneLine = (text: string | undefined) => text?.replace(/\n {2}(?=[^\s>])/gu, '');

  test('it is said in a few words', async () => {
    const changes = MANIPULATIONS.map((each: Manipulation) => ({ change: each[kind][0] }));
    const verdicts = await said(changes, original(), ...SOURCE);
    for (const [index, each] of MANIPULATIONS.entries()) {
      expect.soft(verdicts[index], each.what).not.toMatch(/^✓/u);
      expect.soft(oneLine(verdicts[index]), each.what).toMatch(each[kind][1]);
      expect.soft(verdicts[index]?.match(/page-content/gu)?.length ?? 0, each.what).toBeLessThan(6);
    }
  });

  test('a draft is not the final report, whatever its receipt says', async () => {
    write('d.yaml', text);
    await inProcess(['build', 'd.yaml', '--draft', '--format', kind, '-o', '.', '-q'], { cwd });
    const draft = readFileSync(join(cwd, `d.draft.${kind}`));
    const final = {
      html: (file: Buffer) =>
        Buffer.from(
          file.toString().replace('"base": "d.draft"', '"base": "d"').replace('"draft": true', '"draft": false'),
        ),
      pdf: (file: Buffer) => withReceipt(file, { base: 'd', draft: false }),
      docx: (file: Buffer) => withProperty('d.draft', 'd')(withProperty('>是<', '>否<')(file)),
    }[kind];
    const [verdict] = await said(
      [{ change: (file: Uint8Array) => final(Buffer.from(file)) }],
      draft,
      '--source',
      'd.yaml',
    );
    expect(verdict).toMatch(/^✗[\s\S]*草稿/u);
  });
});

test('a changed number in a PDF without tags is placed at its cell', async () => {
  const digit = PDF_FORGERIES.find(({ what }) => what === 'a digit');
  const [verdict] = await said(
    [{ change: async (file: Uint8Array) => withoutTags((await digit?.change(file)) ?? file) }],
    pdf,
    ...SOURCE,
  );
  expect(verdict?.replace(/\s+/gu, '')).toMatch(
    /文字还在，有不同.*2023\.yaml:\d+:\d+.*文件里是“886\.4205”，应为“386\.4205”/u,
  );
});
