import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPublished } from '../../src/import/read-published.ts';
import { folderWith, inProcess } from '../cli/run.ts';
import { EVERY_REPORT } from '../render/drafts.ts';
import { sharedBrowser } from '../shared-browser.ts';
import { type Content, contentOf, importedReport, reportOf } from './round-trip.ts';

// The files are alone in their folders, without last year's report.
const REPORTS = EVERY_REPORT.filter(([name]) => /^examples\/[^/]*$|\/sound\/|hybrid\/one-row\./u.test(name))
  .filter(([name]) => !name.includes('broken'))
  .map(([name, text]) => [name, text.replace(/^previous:.*$/gmu, '')] as const);

beforeAll(() => sharedBrowser().then(() => undefined));

function bare(name: string, bytes: Buffer): Buffer {
  // A name in a zip file stands twice, and its length stays.
  const hidden = { pdf: ['/EmbeddedFile', '/EmbeddedNone'], docx: ['customXml/item1', 'customXml/item0'] }[
    name.split('.').at(-1) ?? ''
  ];
  const [from, to] = hidden ?? [];
  if (from !== undefined && to !== undefined)
    return Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
  return Buffer.from(bytes.toString().replace(/<script[\s\S]*?<\/script>/gu, ''));
}

/** What of a report a reader of the page can know. */
function printed(content: Content, got: Content, name: string): Content {
  const { facts, fee, texts } = content;
  const isFragment = name.includes('fragment');
  const known = Object.entries(facts).filter(([path, value]) => {
    // Levels and kinds are not printed; those that names and headings tell are as they were.
    if (/level|kind|aspects/u.test(path)) return got.facts[path] !== null;
    if (path.includes('contact')) return texts.preface?.includes(`${value}`.replace(/\s/gu, ''));
    if (!isFragment) return true;
    // The website prints the title and the date of a fragment; the preface can name the agency.
    return path === 'published' ? texts.correction !== '' : path !== 'agency.name' || hasAgency(content);
  });
  const figures = Object.entries(fee).filter(([path]) => got.fee[path] !== undefined && got.fee[path] !== '');
  const shown = isFragment && !hasAgency(content) ? { ...texts, title: got.texts.title ?? '' } : texts;
  return { ...content, texts: shown, facts: Object.fromEntries(known), fee: Object.fromEntries(figures) };
}

/** The words of a chart as the drawing in a PDF has them: one line for each bar. */
const inDrawings = (content: Content): Content => ({
  ...content,
  texts: Object.fromEntries(
    Object.entries(content.texts).map(([key, text]) => [
      key,
      text.replace(/条形图：([^。]*)。/gu, (_, bars: string) =>
        bars.replace(/件(?=；|$)/gu, '').replaceAll('；', '\n'),
      ),
    ]),
  ),
});

const hasAgency = ({ facts, texts }: Content): boolean => (texts.preface ?? '').includes(`${facts['agency.name']}`);

const only = (content: Content, { facts, fee }: Content): Content => ({
  ...content,
  facts: Object.fromEntries(Object.keys(facts).map((path) => [path, content.facts[path] ?? null])),
  fee: Object.fromEntries(Object.keys(fee).map((path) => [path, content.fee[path] ?? ''])),
});

describe.each(REPORTS)('%s', (_, text) => {
  const own = contentOf(reportOf(text));
  const withCharts = contentOf(reportOf(text), { charts: true });
  let folder: Awaited<ReturnType<typeof folderWith>>;
  const files = (from: string) =>
    readdirSync(join(folder.path, from)).map((name) => ({ name, bytes: readFileSync(join(folder.path, from, name)) }));
  beforeAll(async () => {
    folder = await folderWith({ 'report.yaml': text });
    for (const [out, more] of [
      ['all', []],
      ['bare', ['--no-source']],
    ] as const) {
      const formats = 'html,fragment,pdf,docx';
      const build = ['build', 'report.yaml', '-o', out, '-q', '--format', formats, ...more];
      const { stderr } = await inProcess(build, { cwd: folder.path });
      expect(stderr).toBe('');
    }
  });
  afterAll(() => folder.remove());

  test('what is inside a page, PDF or Word document is the report', async () => {
    for (const file of files('all').filter(({ name }) => /report\.(?:html|pdf|docx)$/u.test(name))) {
      const reading = await readPublished(file);
      if (file.name.endsWith('pdf')) expect(reading.source?.text).toBe(text);
      expect(reading.source).toBeDefined();
      expect({ ...contentOf(importedReport(reading)), name: file.name }).toEqual({ ...own, name: file.name });
    }
  });

  test('what a page prints is read from it, also if it was built without its report', async () => {
    const published = [
      ...files('all').map(({ name, bytes }) => ({ name, bytes: bare(name, bytes) })),
      ...files('bare'),
    ];
    for (const file of published) {
      const reading = await readPublished(file);
      expect(reading.source).toBeUndefined();
      const { name } = file;
      const leftovers = reading.texts.leftovers.filter(({ furniture }) => !furniture);
      expect([name, reading.tables.leftovers, leftovers]).toEqual([name, [], []]);
      const got = contentOf(importedReport(reading), { charts: true });
      const shown = name.includes('fragment') ? withCharts : name.endsWith('pdf') ? inDrawings(withCharts) : own;
      const expected = printed(shown, got, name);
      expect({ name, ...only(got, expected) }).toEqual({ name, ...expected });
    }
  });
});
