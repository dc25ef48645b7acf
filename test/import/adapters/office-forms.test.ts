import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { html } from '../../../src/import/adapters/html.ts';
import type { ContentGrid } from '../../../src/import/document.ts';
import { publicationOf } from '../../../src/publish/publication.ts';
import { docxOf } from '../../../src/render/docx-document/document.ts';
import { parse } from '../../../src/source/parse.ts';
import { cellsOf, gridsOf, read, textsOf } from './office-files.ts';

const shared = new URL('../../../../shared/import/', import.meta.url);
const there = existsSync(shared);
if (!there) console.warn('skipped: the published Word files are not here (../shared/import)');
const office = spawnSync('soffice', ['--version']).status === 0;
if (!office) console.warn('skipped: saving as .doc, .odt and .rtf needs LibreOffice (soffice)');

const EXAMPLES = ['examples/wenzhou-hrss-2023.yaml', 'examples/2019-form.yaml', 'examples/format.yaml'];
const built = async (file: string): Promise<Buffer> => {
  const text = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
  const publication = publicationOf(check(parse(text, file)), { formats: ['docx'], base: 'a', template: 'x' });
  return Buffer.from(await docxOf(publication));
};
/** The grids as mammoth and the reader of pages see them. */
async function byMammoth(bytes: Buffer): Promise<ContentGrid[]> {
  const { value } = await mammoth.convertToHtml({ buffer: bytes });
  return gridsOf(await html.read({ name: 'a.html', bytes: Buffer.from(`<html><body>${value}</body></html>`) }));
}
const shape = (grids: readonly ContentGrid[]) =>
  grids.map((grid) => cellsOf(grid).map((line) => line.replace(/\s+/gu, ' ').trim()));

describe.each(EXAMPLES)('%s as a Word file of our own', (file) => {
  test('has the cells and merges that mammoth reads', async () => {
    const bytes = await built(file);
    const grids = gridsOf(await read(bytes));
    expect(grids.length).toBeGreaterThanOrEqual(3);
    expect(shape(grids)).toEqual(shape(await byMammoth(bytes)));
  });

  test('has the headings of all six sections', async () => {
    const { blocks } = await read(await built(file));
    const sections = blocks.filter((block) => block.kind === 'text' && block.level === 1);
    expect(sections.map((block) => block.kind === 'text' && block.text.slice(0, 2))).toEqual([
      '一、',
      '二、',
      '三、',
      '四、',
      '五、',
      '六、',
    ]);
  });
});

describe.skipIf(!there)('published Word files', () => {
  const names = there ? readdirSync(shared).filter((name) => name.endsWith('.docx')) : [];

  test.each(names)('%s has the cells and merges that mammoth reads', async (name) => {
    const bytes = readFileSync(new URL(name, shared));
    const grids = gridsOf(await read(bytes));
    expect(grids.map(({ rows, columns, cells }) => [rows, columns, cells.length])).toEqual([
      [14, 4, 30],
      [28, 10, 215],
      [4, 15, 34],
    ]);
    expect(shape(grids)).toEqual(shape(await byMammoth(bytes)));
  });
});

const isNoPageNumber = (text: string): boolean => !/^— ?\d* ?—$/u.test(text);

describe.skipIf(!office)('a Word file that another program saves in another format', () => {
  test.each(['doc', 'odt', 'fodt', 'rtf'])(
    '.%s says the same',
    async (ending) => {
      const folder = mkdtempSync(join(tmpdir(), 'office-'));
      try {
        const bytes = await built('examples/wenzhou-hrss-2023.yaml');
        writeFileSync(join(folder, 'a.docx'), bytes);
        const profile = `-env:UserInstallation=file://${folder}/profile`;
        execFileSync(
          'soffice',
          [profile, '--headless', '--convert-to', ending, '--outdir', folder, join(folder, 'a.docx')],
          { stdio: 'ignore' },
        );
        const saved = await read(readFileSync(join(folder, `a.${ending}`)), `a.${ending}`);
        const original = await read(bytes);
        expect(shape(gridsOf(saved))).toEqual(shape(gridsOf(original)));
        // Page numbers are counted by each program, and those of odd and even pages are one in some formats.
        expect(textsOf(saved).filter(isNoPageNumber)).toEqual(textsOf(original).filter(isNoPageNumber));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );
});
