// Makes the PDFs of all pages of a list with Typst in one process: node typst.mjs TOOLS FONTS OUT LIST
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [tools, fonts, out, list] = process.argv.slice(2);
const { NodeCompiler } = createRequire(join(tools, 'here.js'))('@myriaddreamin/typst-ts-node-compiler');
const template = readFileSync(new URL('report.typ', import.meta.url), 'utf8');
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }], workspace: out });
compiler.addSource(join(out, 'report.typ'), template);

for (const { name, content } of JSON.parse(readFileSync(list, 'utf8'))) {
  const inputs = { content: JSON.stringify(content) };
  const pdf = compiler.pdf({ mainFilePath: join(out, 'report.typ'), inputs }, { pdfTags: true });
  writeFileSync(join(out, `${name}.pdf`), pdf);
  // Else its memory grows with each document.
  compiler.evictCache(10);
}
