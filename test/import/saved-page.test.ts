import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openImporter } from '../../src/import/import-thread.ts';
import { openPublished } from '../../src/import/published-file.ts';
import { TABLE } from './adapters/pages.ts';

test('a report in a frame that a browser saved beside its page is read from disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'saved-page-'));
  const importer = openImporter();
  try {
    mkdirSync(join(folder, '年报_files'));
    writeFileSync(join(folder, '年报_files/frame.html'), TABLE.replace('信息内容', '第二十条第（一）项'));
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
