import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodePDFRawStream, PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFiles, openPublisher } from '../../src/index.ts';
import { asProcess, type Folder, folderWith, inProcess } from '../cli/run.ts';
import { nothingHappened, yamlOf } from '../reports.ts';
import { readPdf } from './read-pdf.ts';

/** What the report file contains and no page prints. Latin letters, so that every encoding of the files shows them. */
const SECRETS = {
  comment: 'SECRET-COMMENT',
  reason: 'SECRET-REASON',
  approvedBy: 'SECRET-NAME',
  contact: 'SECRET-OFFICE',
  shortName: 'SECRET-SHORT',
  fee: '31415',
  previous: 'SECRET-LAST-YEAR',
  file: 'secret-file.yaml',
};

const base = nothingHappened(2023);
const report = `# ${SECRETS.comment}
previous: ${SECRETS.previous}.yaml
${yamlOf({
  ...base,
  published: '2024-02-10',
  agency: { ...(base.agency as object), short_name: SECRETS.shortName, contact: { office: SECRETS.contact } },
  preface: { text: '根据条例编制。' },
  other_matters: {
    text: '没有收取信息处理费。',
    information_processing_fee: { notices_issued: Number(SECRETS.fee) },
  },
  waivers: [{ rule: 'published-late', at: 'published', reason: SECRETS.reason, approved_by: SECRETS.approvedBy }],
})}`;

let folder: Folder;
const build = (...argv: string[]) => inProcess(['build', ...argv], { cwd: folder.path });
const verify = (...argv: string[]) => inProcess(['verify', ...argv], { cwd: folder.path });
const bytes = (name: string) => readFileSync(join(folder.path, name));

/** Everything in a file that a reader could find, with compressed parts unpacked. */
async function contentOf(name: string): Promise<string> {
  const file = bytes(name);
  if (name.endsWith('.docx')) return Buffer.concat(Object.values(unzipSync(file))).toString();
  if (!name.endsWith('.pdf')) return String(file);
  const { context } = await PDFDocument.load(file, { updateMetadata: false });
  const objects = context.enumerateIndirectObjects().map(([, object]) => object);
  const streams = objects.flatMap((one) => (one instanceof PDFRawStream ? [decodePDFRawStream(one).decode()] : []));
  return (
    [...objects, ...streams.map((one) => Buffer.from(one))].map(String).join('\n') +
    (await readPdf(file)).pages.join('')
  );
}

const secretsIn = async (name: string, but: readonly string[] = []) => {
  const content = await contentOf(name);
  return Object.entries(SECRETS).flatMap(([what, secret]) =>
    content.includes(secret) && !but.includes(what) ? [what] : [],
  );
};

const NOTICE = '--no-source';

beforeAll(async () => {
  folder = await folderWith({
    [SECRETS.file]: report,
    [`${SECRETS.previous}.yaml`]: yamlOf(nothingHappened(2022)),
    'draft.yaml': report.replace('year: 2023', 'year: 2023\nsecret_key: SECRET-VALUE'),
    'with/report.config.yaml': 'build: { source: true }\n',
    'with/a.yaml': yamlOf(base),
    'without/report.config.yaml': 'build: { source: false }\n',
    'without/a.yaml': yamlOf(base),
    'plain.yaml': yamlOf(base),
  });
});
afterAll(() => folder.remove());

describe('a build without the source', () => {
  beforeAll(async () => {
    const { code, stderr, stdout } = await build(
      SECRETS.file,
      '--no-source',
      '--format',
      'html,pdf,docx,fragment,json',
      '-o',
      'o',
    );
    expect([code, stderr], stdout).toEqual([0, '']);
  });

  test.each(['html', 'pdf', 'docx', 'fragment.html', 'view.json'])('%s has only what is printed', async (extension) => {
    expect(await secretsIn(`o/secret-file.${extension}`)).toEqual([]);
  });

  test('the data have every number and text with the keys of a report file', async () => {
    const { data } = parts(String(bytes('o/secret-file.html')));
    expect(data).toMatchObject({
      form: '2021',
      year: 2023,
      agency: { name: '清溪县教育局' },
      published: '2024-02-10',
      preface: { text: '根据条例编制。' },
      problems: { text: '政策解读的形式不够多样，下一步增加图解和问答。' },
      applications: { received: { natural_person: 0, total: 0 } },
    });
    expect(data).not.toHaveProperty('waivers');
  });

  test('the PDF has the data and the receipt attached, and not the report', async () => {
    const content = await contentOf('o/secret-file.pdf');
    expect(content).toContain('/AFRelationship /Data');
    expect(content).toContain('/AFRelationship /Supplement');
    expect(content).not.toContain('/AFRelationship /Source');
  });

  test('gives the same bytes again', async () => {
    const argv = ['build', SECRETS.file, '--no-source', '--format', 'html,pdf,docx,fragment,json', '-o', 'again'];
    expect((await asProcess(argv, { cwd: folder.path })).code).toBe(0);
    for (const name of readdirSync(join(folder.path, 'o'))) {
      expect.soft(bytes(`again/${name}`).equals(bytes(`o/${name}`)), name).toBe(true);
    }
  });

  test('is verified with the report file, and not without it', async () => {
    const files = ['o/secret-file.html', 'o/secret-file.pdf', 'o/secret-file.docx'];
    const verified = await verify(...files, '--source', SECRETS.file);
    expect([verified.code, verified.stdout.match(/完全相同/gu)]).toEqual([0, ['完全相同', '完全相同', '完全相同']]);
    const alone = await verify(...files);
    expect(alone.code).not.toBe(0);
    expect(alone.stdout.match(/用 --source 给出/gu)).toHaveLength(3);
    await folder.write({ 'other.yaml': report.replace(SECRETS.comment, 'another comment') });
    expect((await verify(...files, '--source', 'other.yaml')).code).toBe(1);
  });

  test('leaves out what a build with the source has', async () => {
    await build(SECRETS.file, '-o', 'full');
    for (const name of ['full/secret-file.pdf', 'full/secret-file.html', 'o/secret-file.pdf', 'o/secret-file.docx']) {
      expect.soft(await contentOf(name), name).not.toContain(folder.path);
    }
    expect(await secretsIn('full/secret-file.pdf')).toEqual(Object.keys(SECRETS));
    expect(await secretsIn('full/secret-file.html', ['comment'])).toEqual(Object.keys(SECRETS).slice(1));
  });

  test('cannot be claimed by a file that has more: the data of a build with the source', async () => {
    const full = String(bytes('full/secret-file.html'));
    await folder.write({ 'claims.html': full.replace(/"name": "secret-file.yaml",\s*/, '') });
    const { code, stdout } = await verify('claims.html', '--source', SECRETS.file);
    expect([code, stdout]).toEqual([1, expect.stringContaining('数据')]);
  });
});

test('a draft without the source does not print why a finding is waived', async () => {
  const argv = ['draft.yaml', '--draft', '--no-source', '-o', 'd'];
  const { code } = await build(...argv, '--format', 'html,pdf,docx,json');
  expect(code).toBe(1);
  for (const extension of ['html', 'pdf', 'docx', 'view.json']) {
    const name = `d/draft.draft.${extension}`;
    // A finding names last year's file or a number; that is printed.
    expect.soft(await secretsIn(name, ['previous', 'fee']), name).toEqual([]);
    expect.soft(await contentOf(name), name).not.toContain('SECRET-VALUE');
  }
  expect(String(bytes('d/draft.draft.html'))).toContain('已豁免');
  expect((await verify('d/draft.draft.html', 'd/draft.draft.pdf', '--source', 'draft.yaml')).code).toBe(0);
});

describe('the notice that the report is inside', () => {
  test.each([
    ['both formats', ['plain.yaml', SECRETS.file], 1],
    ['the page alone', ['plain.yaml', '--format', 'html'], 1],
    ['standard output', ['plain.yaml', '--format', 'html', '-o', '-'], 1],
    ['with --verbose', ['plain.yaml', '--format', 'html', '--verbose'], 1],
    ['a draft', ['plain.yaml', '--format', 'html', '--draft'], 1],
    ['reports of which one has settings', ['with', 'plain.yaml', '--format', 'html'], 1],
    ['quiet', ['plain.yaml', '--format', 'html', '-q'], 0],
    ['a Word document alone', ['plain.yaml', '--format', 'docx'], 1],
    ['formats that contain neither', ['plain.yaml', '--format', 'fragment,json'], 0],
    ['--source', ['plain.yaml', '--format', 'html', '--source'], 0],
    ['--no-source', ['plain.yaml', '--format', 'html', '--no-source'], 0],
    ['the settings: true', ['with', '--format', 'html'], 0],
    ['the settings: false', ['without', '--format', 'html'], 0],
  ])('%s', async (_, argv, count) => {
    const out = argv.includes('-o') ? [] : ['-o', 'n'];
    for (const lang of ['zh', 'en']) {
      const { stderr } = await build(...argv, ...out, '--lang', lang);
      expect(stderr.split('\n').filter((line) => line.includes(NOTICE))).toHaveLength(count);
    }
  });

  test('is not given if nothing is built', async () => {
    await folder.write({ 'wrong.yaml': yamlOf({ ...base, published: null }) });
    const { code, stderr } = await build('wrong.yaml', '--format', 'html');
    expect([code, stderr]).toEqual([1, '']);
  });
});

describe('the settings', () => {
  const receipt = (name: string) => parts(String(bytes(name))).receipt as { source: object };

  test('around the report apply, wherever the command runs; the command line has the last word', async () => {
    await build('without/a.yaml', 'with/a.yaml', '--format', 'html', '-o', 's1').catch(() => undefined);
    await build('without/a.yaml', '--format', 'html', '-o', 's2');
    await build('with/a.yaml', '--format', 'html', '-o', 's3');
    await build('without/a.yaml', '--format', 'html', '-o', 's4', '--source');
    await build('with/a.yaml', '--format', 'html', '-o', 's5', '--no-source');
    const named = ['s2', 's3', 's4', 's5'].map((one) => 'name' in receipt(`${one}/a.html`).source);
    expect(named).toEqual([false, true, true, false]);
  });

  test('of the working folder apply if they publish less', async () => {
    const cwd = join(folder.path, 'without');
    await inProcess(['build', '../with/a.yaml', '../plain.yaml', '--format', 'html', '-o', '../w'], { cwd });
    expect([receipt('w/a.html').source, receipt('w/plain.html').source].map((one) => 'name' in one)).toEqual([
      false,
      false,
    ]);
  });

  test('apply in the programming interface too', async () => {
    const { checked } = await checkFiles(['with', 'without', 'plain.yaml'], { cwd: folder.path });
    const names = async (source?: boolean) => {
      const publisher = await openPublisher({ source, formats: ['html'], cwd: folder.path });
      try {
        const pages = await Promise.all(checked.map(async (one) => (await publisher.build(one)).files[0]?.content));
        return pages.map(
          (page) => 'name' in (parts(String(Buffer.from(page ?? []))).receipt as { source: object }).source,
        );
      } finally {
        await publisher.close();
      }
    };
    expect(checked).toHaveLength(3);
    expect((await names()).sort()).toEqual([false, true, true]);
    expect(await names(true)).toEqual([true, true, true]);
    expect(await names(false)).toEqual([false, false, false]);
  });
});

/** The data that a page contains as JSON, by id. */
function parts(html: string): Record<string, object> {
  const scripts = [...html.matchAll(/<script type="application\/json" id="(\w+)">([\s\S]*?)<\/script>/g)];
  return Object.fromEntries(scripts.map(([, id, json]) => [id ?? '', JSON.parse(json ?? '')]));
}
