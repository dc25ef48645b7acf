import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { publicationOf } from '../../src/publish/publication.ts';
import { docxOf, readDocx } from '../../src/render/docx-document/document.ts';
import { checkBlocks } from '../../src/render/readback/check-page.ts';
import { checkDiagnostics } from './check-result.ts';
import type { Kind, World } from './kind.ts';
import { ANY_TEXT, atMatch, damage, inserting, mutate, repeating, replacing } from './mutate.ts';
import { CHARACTERS, HTML } from './pieces.ts';
import type { Random } from './random.ts';
import { must } from './violation.ts';

/** Verifies a changed published file. It must never be certified, unless only the line ends of a page are different. */
async function verify(world: World, extension: string, input: Uint8Array, original: Uint8Array): Promise<string> {
  const name = `published.${extension}`;
  writeFileSync(join(world.folder, name), input);
  const verdict = await (await world.verifier()).verify(name);
  const { report, diagnostics, reasons } = verdict;
  if (report) checkDiagnostics({ source: report.source, diagnostics });
  for (const { zh, en } of reasons) must(Boolean(zh && en), 'a reason without text');
  const { same: equal, answer } = verdict as { readonly same?: unknown; readonly answer?: unknown };
  const same = equal === true || answer === 'is';
  const plain = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');
  const isUnchanged = () =>
    extension === 'html' ? plain(input) === plain(original) : Buffer.from(input).equals(original);
  must(!same || isUnchanged(), 'a changed file is certified');
  return same ? 'same' : report ? 'different' : 'not comparable';
}

/** Pages, changed in their text, elements, styles and data. */
export async function pages(world: World): Promise<Kind> {
  const page = await world.published('html');
  const text = Buffer.from(page).toString();
  // The fonts are most of a page, and a change in them says little.
  const [, start = '', fonts = '', end = ''] =
    /^([\s\S]*?)((?:@font-face[\s\S]*base64,[^)]*\)[^}]*\})?)([\s\S]*)$/.exec(text) ?? [];
  const mutations = [
    ...ANY_TEXT,
    inserting(HTML),
    replacing(/\d+/g, ['0', '1', '9', '１', '99999', '']),
    replacing(/<[a-z][^>]*>/g, HTML),
    atMatch(/<[^>]*>/g, (found, random) =>
      random.pick(['', found + found, found.replace('>', ' hidden>'), found.replace('>', ' style="display:none">')]),
    ),
    atMatch(/"[^"\n]*"/g, (_, random) => `"${random.pick(CHARACTERS).replace('"', '')}"`),
    repeating(['<div>', '<b>', '<table>', '<!--', '&', '<td>9</td>']),
  ];
  return {
    extension: 'html',
    batch: 8,
    mostSteps: (size) => 60_000_000 + 100 * size,
    make: (random) => {
      if (random.chance(0.1)) return damage(page, random);
      return Buffer.from(
        random.chance(0.2)
          ? mutate(start, mutations, random) + fonts + end
          : start + fonts + mutate(end, mutations, random),
      );
    },
    run: (input) => verify(world, 'html', input, page),
  };
}

/** PDFs, changed in their bytes, and in their streams once they are inflated. */
export async function pdfs(world: World): Promise<Kind> {
  const pdf = await world.published('pdf');
  const mutations = [
    replacing(/<[0-9A-F]{4}>/g, ['<0001>', '<0010>', '<FFFF>', '<>', '<0']),
    replacing(/-?\d+(?:\.\d+)?/g, ['0', '1', '-1', '1e9', '99999999999', '']),
    inserting([
      'q 1 g 0 0 600 800 re f Q\n',
      'BT',
      'ET',
      'EMC',
      ' Do',
      '/Artifact BMC',
      '((((',
      '<<',
      '>>',
      '[',
      'BI ID EI',
      '1 1 m',
    ]),
    ...ANY_TEXT.slice(0, 4),
  ];
  return {
    extension: 'pdf',
    batch: 3,
    make: (random) => (random.chance(0.5) ? damage(pdf, random) : withChangedStream(pdf, mutations, random)),
    run: (input) => verify(world, 'pdf', input, pdf),
  };
}

/** Made without waiting, because input is made in one step: the streams lie between `stream` and `endstream`. */
function withChangedStream(pdf: Uint8Array, mutations: Parameters<typeof mutate>[1], random: Random): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const streams = [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)];
  const { 1: content = '', index } = random.pick(streams);
  const start = index + 'stream\n'.length;
  let inflated: string;
  try {
    inflated = inflateSync(Buffer.from(content, 'latin1')).toString('latin1');
  } catch {
    return damage(pdf, random);
  }
  const changed = deflateSync(Buffer.from(mutate(inflated, mutations, random), 'latin1')).toString('latin1');
  return Buffer.from(text.slice(0, start) + changed + text.slice(start + content.length), 'latin1');
}

/** Word documents as they are read back after a build. */
export async function documents(world: World): Promise<Kind> {
  const checked = await world.sample();
  const publication = publicationOf(checked, { formats: ['docx'], base: 'report', template: '' });
  const docx = await docxOf(publication);
  const parts = unzipSync(docx);
  const content = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const shown = (bytes: Uint8Array) => JSON.stringify(readDocx(bytes));
  const before = shown(docx);
  const mutations = [
    ...ANY_TEXT,
    replacing(/(?<=>)\d+(?=<)/g, ['0', '9', '１', '']),
    replacing(/<[^>]*>/g, [
      '',
      '<w:p>',
      '</w:p>',
      '<w:tc>',
      '<w:vanish/>',
      '<w:gridSpan w:val="-1"/>',
      '<w:gridSpan w:val="99999999"/>',
    ]),
    repeating(['<w:tbl>', '<w:p>', '&amp;', '<w:tr><w:tc>', '<!--']),
  ];
  return {
    extension: 'docx',
    batch: 16,
    make: (random) => {
      if (random.chance(0.3)) return damage(docx, random);
      return zipSync(
        { ...parts, 'word/document.xml': [strToU8(mutate(content, mutations, random)), { level: 1 }] },
        { level: 0, mtime: '2020-01-01' },
      );
    },
    run: async (input) => {
      let blocks: ReturnType<typeof readDocx>;
      try {
        blocks = readDocx(input);
      } catch (error) {
        must(error instanceof Error && !(error instanceof RangeError), `read back: ${error}`);
        return 'unreadable';
      }
      const faults = checkBlocks(blocks, publication.view);
      for (const { message } of faults) must(Boolean(message.zh && message.en), 'a fault without text');
      if (JSON.stringify(blocks) === before) must(faults.length === 0, 'the same content has a fault');
      return faults.length > 0 ? 'faults' : 'read';
    },
  };
}
