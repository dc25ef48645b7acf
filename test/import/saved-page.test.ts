import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openImporter } from '../../src/import/import-thread.ts';
import { openPublished } from '../../src/import/published-file.ts';

const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const FORM = `<table><tr><td colspan="4">第二十条第（一）项</td></tr>${[
  row('信息内容', '本年制发件数', '本年废止件数', '现行有效件数'),
  row('规章', '1', '2', '3'),
  row('行政规范性文件', '4', '5', '6'),
].join('')}</table>`;

test('a report in a frame that a browser saved beside its page is read from disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'saved-page-'));
  const importer = openImporter();
  try {
    mkdirSync(join(folder, '年报_files'));
    writeFileSync(join(folder, '年报_files/frame.html'), FORM);
    writeFileSync(
      join(folder, '年报.html'),
      '<h1>公开</h1><iframe src="./%E5%B9%B4%E6%8A%A5_files/frame.html"></iframe>',
    );
    const page = openPublished(join(folder, '年报.html'), '年报.html');
    expect((await importer.read(() => page)).format).toBe('html');
    const { name, bytes } = page;
    await expect(importer.read(() => ({ name, bytes }))).rejects.toMatchObject({ kind: 'frame-missing' });
  } finally {
    await importer.close();
    rmSync(folder, { recursive: true });
  }
});
