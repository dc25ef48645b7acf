import { mkdtempSync, readFileSync, writeFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { readPublished } from '../../src/import/read-published.ts';
import { EVERY_REPORT } from '../render/drafts.ts';
import { contentOf, importedReport, reportOf } from './round-trip.ts';
import { folderWith, inProcess } from '../cli/run.ts';
import { sharedBrowser } from '../shared-browser.ts';

const formats = (process.env.FORMATS ?? 'html,fragment,docx');
test('look', async () => {
  if (/pdf/.test(formats)) await sharedBrowser();
  const out: string[] = [];
  for (const [name, text] of EVERY_REPORT) {
    if (!/^examples\/[^/]*$|sound|hybrid|cells|import\/|prose|text/.test(name)) continue;
    const folder = await folderWith({ 'r.yaml': text });
    const built = await inProcess(['build', 'r.yaml', '-o', 'out', '-q', '--format', formats], { cwd: folder.path });
    let files: string[] = [];
    try { files = readdirSync(join(folder.path, 'out')); } catch { out.push(`NOT BUILT ${name} ${built.stderr.split('\n')[0]}`); continue; }
    const want = contentOf(reportOf(text));
    for (const file of files) {
      let bytes = readFileSync(join(folder.path, 'out', file));
      writeFileSync(`/tmp/rt/${name.replace(/\W+/g,'_')}.${file}`, bytes);
      if (file.endsWith('.html')) bytes = Buffer.from(bytes.toString().replace(/<script[^]*?<\/script>/g, ''));
      if (file.endsWith('.pdf')) bytes = Buffer.from(bytes.toString('latin1').replaceAll('/EmbeddedFile', '/EmbeddedNone'), 'latin1');
      try {
        const reading = await readPublished({ name: file, bytes });
        const got = contentOf(importedReport(reading));
        let n = 0;
        for (const part of ['cells', 'texts', 'facts'] as const)
          for (const key of new Set([...Object.keys(want[part]), ...Object.keys(got[part])])) {
            const [a, b] = [want[part][key], got[part][key]].map((x) => JSON.stringify(x ?? null));
            if (a !== b && ++n < 400) out.push(`${name} ${file} ${part} ${key}\n   want ${a}\n   got  ${b}`);
          }
        out.push(`== ${name} ${file}: ${n} differ; leftovers ${JSON.stringify([...reading.tables.leftovers, ...reading.texts.leftovers].map((x) => x.text))}`);
      } catch (error) { out.push(`!! ${name} ${file} ${error}`); }
    }
    await folder.remove();
  }
  writeFileSync('/tmp/rt/look.txt', out.join('\n'));
});
