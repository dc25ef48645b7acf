import { deflateSync, inflateSync } from 'node:zlib';
import { type Unzipped, unzipSync, zipSync } from 'fflate';
import { LAYOUTS, makeFile } from '../../bench/layouts/index.ts';
import type { ContentGrid, FilePlace, PublishedDocument } from '../../src/import/document.ts';
import { ADAPTERS } from '../../src/import/formats.ts';
import { readPublished } from '../../src/import/read-published.ts';
import type { ImportedCell } from '../../src/import/reading.ts';
import { Refusal } from '../../src/import/refusal.ts';
import { reportYaml } from '../../src/import/yaml/report-yaml.ts';
import { parse } from '../../src/source/parse.ts';
import type { Kind } from './kind.ts';
import { ANY_TEXT, atMatch, damage, inserting, type Mutation, mutate, repeating, replacing } from './mutate.ts';
import { HTML, NUMBERS } from './pieces.ts';
import type { Random } from './random.ts';
import { must } from './violation.ts';

const SPANS = ['-1', '0', '1', '2', '3', '99', '99999999', '1e9', 'NaN', '"', ''];

/** Mutations for pages and the XML in office files: numbers, tags, attributes, nesting. */
const MARKUP: readonly Mutation[] = [
  ...ANY_TEXT,
  inserting(HTML),
  replacing(/(?<=>)[\d.]+(?=<)/g, NUMBERS),
  replacing(/(?<==")-?\d+(?=")/g, SPANS),
  replacing(/\d+/g, ['0', '1', '9', '１', '99999', '']),
  replacing(/<[^<>]*>/g, [
    '',
    '<tr>',
    '</tr>',
    '<td rowspan=3>',
    '</table>',
    '<table>',
    '<w:tc>',
    '</w:tr>',
    '<c r="A1">',
  ]),
  atMatch(/<[^<>]*>/g, (found) => found + found),
  atMatch(/<[^<>]*>[^<>]*<\/[^<>]*>/g, (found, random) => random.pick(['', found + found, found.repeat(20)])),
  repeating(['<div>', '<table><tr><td>', '<w:tbl>', '<w:p>', '<row>', '&amp;', '<!--', '<table:table-cell/>']),
];

/** Mutations for the drawing steps in PDFs. */
const DRAWING: readonly Mutation[] = [
  replacing(/-?\d+(?:\.\d+)?/g, ['0', '1', '-1', '1e9', '99999999999', 'NaN', '']),
  replacing(/<[0-9A-Fa-f]{4,}>/g, ['<0001>', '<FFFF>', '<>', '<0']),
  inserting([
    'q ',
    ' Q\n',
    'BT ',
    ' ET\n',
    ' Do\n',
    '((((',
    '<<',
    '[',
    ' re f\n',
    '0 0 0 0 0 0 cm\n',
    '1e38 0 0 1e38 0 0 cm\n',
  ]),
  ...ANY_TEXT.slice(0, 4),
];

/** Published files of every layout, changed in their bytes, their mark-up, or what is packed in them. */
export async function imports(): Promise<Kind> {
  const files = await Promise.all(LAYOUTS.map((layout) => makeFile(layout, 7)));
  return {
    extension: 'bin',
    batch: 8,
    mostSteps: (size) => 400_000_000 + 5000 * size,
    make: (random) => {
      const { name, format, bytes } = random.pick(files);
      return withName(name, changed(bytes, format, random));
    },
    run,
  };
}

/** The name of the file stands before its content, because it tells formats that are only text. */
const withName = (name: string, bytes: Uint8Array): Uint8Array => Buffer.concat([Buffer.from(`${name}\n`), bytes]);

function changed(bytes: Uint8Array, format: string, random: Random): Uint8Array {
  if (random.chance(0.2)) return damage(bytes, random);
  if (format === 'pdf') return withChangedStream(bytes, random);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return withChangedPart(bytes, random);
  return Buffer.from(mutate(Buffer.from(bytes).toString('latin1'), MARKUP, random), 'latin1');
}

function withChangedPart(bytes: Uint8Array, random: Random): Uint8Array {
  const parts: Unzipped = unzipSync(bytes);
  const name = random.pick(Object.keys(parts).filter((one) => /document|sheet|content|sharedStrings/.test(one)));
  const part = Buffer.from(parts[name] ?? []).toString('latin1');
  return zipSync({ ...parts, [name]: Buffer.from(mutate(part, MARKUP, random), 'latin1') }, { level: 0 });
}

function withChangedStream(pdf: Uint8Array, random: Random): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)];
  const { 1: content = '', index = 0 } = streams.length > 0 ? random.pick(streams) : { 1: '' };
  const start = text.indexOf(content, index);
  try {
    const inflated = inflateSync(Buffer.from(content, 'latin1')).toString('latin1');
    const packed = deflateSync(Buffer.from(mutate(inflated, DRAWING, random), 'latin1')).toString('latin1');
    return Buffer.from(text.slice(0, start) + packed + text.slice(start + content.length), 'latin1');
  } catch {
    return Buffer.from(mutate(text, DRAWING, random), 'latin1');
  }
}

async function run(input: Uint8Array): Promise<string> {
  const end = input.indexOf(10);
  const file = { name: Buffer.from(input.subarray(0, end)).toString(), bytes: input.subarray(end + 1) };
  const adapter = ADAPTERS.find((one) => one.recognizes(file));
  try {
    const reading = await readPublished(file);
    const { tables, format } = reading;
    const sure = [...tables.cells.values()].filter(({ confidence }) => confidence === 'sure');
    // Reading again takes as long as the first time.
    const document = input.length % 3 === 0 ? await adapter?.read(file) : undefined;
    if (document) for (const cell of sure) checkPlace(cell, document);
    const { data, remarks } = parse(reportYaml(reading, { schema: '' }), 'a.yaml');
    must(typeof data === 'object' && data !== null, 'the report file that is written is no data');
    must(remarks.length === 0, 'the report file that is written is not as it is meant');
    return `${format} ${sure.length > 190 ? 'sure' : sure.length > 0 ? 'partly' : 'doubtful'}`;
  } catch (error) {
    if (!(error instanceof Refusal)) {
      // A library that cannot read a damaged file says so; the thread makes a refusal of that.
      if (error instanceof Error && !/^(?:Type|Range|Reference)Error$/.test(error.name) && !isViolation(error))
        return 'damaged';
      throw error;
    }
    const { words, hint } = error;
    must(Boolean(words.zh && words.en && hint.zh && hint.en), 'a refusal without words');
    return `refused as ${error.kind}`;
  }
}

const isViolation = (error: Error): boolean => error.constructor.name === 'Violation';

/** A number that is told as sure stands in the file where the reading says. */
function checkPlace({ text, value, place }: ImportedCell, { blocks }: PublishedDocument): void {
  must(place !== undefined && value !== undefined, 'a sure cell without a value or place');
  const cell = blocks
    .filter((block): block is ContentGrid => block.kind === 'grid')
    .flatMap((grid) =>
      grid.cells.map((one) => ({ one, at: { ...grid.place, row: one.row + 1, column: one.column + 1, ...one.place } })),
    )
    .find(({ at }) => KEYS.every((key) => at[key] === place[key]));
  const digits = (words: string) => words.normalize('NFKC').replace(/\D/gu, '');
  must(cell !== undefined, 'a sure cell at a place where there is no cell');
  must(
    digits(cell.one.text).startsWith(digits(text)) || digits(text).startsWith(digits(cell.one.text)),
    'a sure cell whose text stands elsewhere',
  );
  must(/\d/u.test(digits(text)), 'a sure cell without a digit');
}

const KEYS: readonly (keyof FilePlace)[] = ['page', 'sheet', 'table', 'row', 'column'];
