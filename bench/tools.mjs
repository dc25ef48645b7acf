// Compares other tools that make PDFs with this one, on the same content: time, memory, size. They are installed in a
// temporary folder outside the project; WeasyPrint is measured if the system has it.
//
//   npm run bench:tools -- [COUNT] [TOOL …] [--rounds 5] [--keep DIR] [--write-docs]
//
// COUNT is the number of documents made at once (default 200); slow tools make fewer. --keep keeps the PDFs,
// --write-docs puts the figures into docs/speed.md and its Chinese page.
import { cpSync, statSync } from 'node:fs';
import { cpus, type } from 'node:os';
import { parseArgs } from 'node:util';
import { measure } from './speed/measure.mjs';
import { medians } from './speed/print-table.mjs';
import { expectPdfs, filesIn, openWorkplace } from './speed/workplace.mjs';
import { TOOLS } from './tools/tools.mjs';
import { writeDocs } from './tools/write-docs.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' }, keep: { type: 'string' }, 'write-docs': { type: 'boolean' } },
});
const number = positionals.find((one) => /^\d+$/.test(one));
const COUNT = Number(number ?? 200);
const names = positionals.filter((one) => one !== number);
const isChosen = (name) => names.length === 0 || names.some((one) => name.toLowerCase().includes(one.toLowerCase()));

const lines = [];
const work = await openWorkplace(COUNT / 200);
try {
  console.log(`${type()}, ${cpus().length} cores, ${cpus()[0]?.model}, Node ${process.version}`);
  console.log(
    [
      'tool'.padEnd(22),
      ...['one, cold', 'many, each', 'CPU, each', 'memory', 'file'].map((one) => one.padStart(11)),
    ].join(''),
  );
  for (const [name, tool] of Object.entries({ 'report build': await own(work), ...TOOLS })) {
    if (!isChosen(name)) continue;
    const reason = tool.unavailable?.();
    if (reason) console.log(`${name.padEnd(22)}  not available: ${reason}`);
    else {
      const figures = await figuresOf(name, tool);
      lines.push({ name, cells: figures });
      console.log([name.padEnd(22), ...figures.map((one) => one.padStart(11))].join(''));
    }
  }
  if (values['write-docs']) writeDocs(lines, new Date().toISOString().slice(0, 10));
} finally {
  work.remove();
}

/** This tool: it starts from the report files, checks them, and reads back what it made. */
async function own({ report, reports, freshCache, inside }) {
  const all = filesIn(await reports(200), '.yaml').sort();
  return {
    prepare: () => freshCache('tool-cache'),
    make: (pages, out) =>
      report(['build', ...all.slice(0, pages.length), '-o', out, '--format', 'pdf', '-q'], inside('tool-cache')),
  };
}

async function figuresOf(name, tool) {
  const pages = (await work.pages(200)).sort().slice(0, tool.most);
  const one = [];
  // The first run does not count.
  for (let round = 0; round <= Number(values.rounds); round++) one.push(await sample(tool, pages.slice(0, 1)));
  const first = medians(one.slice(1));
  const many = await sample(tool, pages);
  const files = filesIn(work.inside('tool'), '.pdf');
  const size = files.reduce((sum, file) => sum + statSync(file).size, 0) / files.length / 1024;
  if (values.keep) cpSync(work.inside('tool'), `${values.keep}/${name}`, { recursive: true });
  const each = (key) => many[key] / pages.length;
  return [
    seconds(first.time),
    milliseconds(each('time')),
    milliseconds(each('cpu')),
    `${(many.memory / 1024).toFixed(0)} MB`,
    `${size.toFixed(0)} KB`,
  ];
}

function seconds(time) {
  return `${(time / 1000).toFixed(2)} s`;
}

function milliseconds(time) {
  return `${time.toFixed(0)} ms`;
}

async function sample(tool, pages) {
  const out = work.empty('tool');
  await tool.prepare?.(pages, out, work);
  const result = await measure({ run: () => tool.make(pages, out, work) });
  expectPdfs(out, pages.length);
  return result;
}
