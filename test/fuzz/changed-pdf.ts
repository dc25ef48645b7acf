import { deflateSync, inflateSync } from 'node:zlib';
import { ANY_TEXT, atMatch, inserting, type Mutation, mutate, replacing } from './mutate.ts';
import type { Random } from './random.ts';

/** An object of a PDF as it is written; `stream` is unpacked, unless it is a font. */
export interface WrittenObject {
  readonly number: number;
  readonly text: string;
  readonly stream?: string;
}

const OBJECT = /(\d+) 0 obj\n([\s\S]*?)\nendobj\n/g;
const STREAM = /\nstream\n([\s\S]*)\nendstream$/;

/** The objects of a finished PDF. Its fonts stay packed. */
export function objectsOf(pdf: Uint8Array): WrittenObject[] {
  return [...Buffer.from(pdf).toString('latin1').matchAll(OBJECT)].map(([, number, body = '']) => {
    const packed = STREAM.exec(body)?.[1];
    const text = body.replace(STREAM, '');
    if (packed === undefined) return { number: Number(number), text };
    if (!text.includes('/FlateDecode') || text.includes('/Length1')) return { number: Number(number), text: body };
    const stream = inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
    return { number: Number(number), text, stream };
  });
}

/** Writes objects as a whole PDF with its table. */
export function pdfOf(objects: readonly WrittenObject[], trailer: string): Buffer {
  let text = '%PDF-1.7\n%\x81\x81\x81\x81\n\n';
  const offsets = new Map<number, number>();
  for (const { number, text: own, stream } of objects) {
    offsets.set(number, text.length);
    text += `${number} 0 obj\n${stream === undefined ? own : packed(own, stream)}\nendobj\n\n`;
  }
  const table = text.length;
  const size = Math.max(...offsets.keys()) + 1;
  text += 'xref\n0 1\n0000000000 65535 f \n';
  for (const [number, offset] of offsets) text += `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
  text += `trailer\n${trailer.replace(/\/Size \d+/, `/Size ${size}`)}\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

function packed(dictionary: string, stream: string): string {
  const bytes = deflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
  return `${dictionary.replace(/\/Length \d+/, `/Length ${bytes.length}`)}\nstream\n${bytes}\nendstream`;
}

export const trailerOf = (pdf: Uint8Array): string =>
  /trailer\n([\s\S]*?)\n*startxref/.exec(Buffer.from(pdf).toString('latin1'))?.[1] ?? '';

const glyph = (random: Random) => `<${random.below(90).toString(16).toUpperCase().padStart(4, '0')}>`;
const number = (random: Random) =>
  random.pick(['0', '1', '-1', '3.5', '-12.25', '29', '600', '-900', String(random.below(100))]);

/** Changes of a page's content. Most leave it sound. */
const IN_CONTENT: readonly Mutation[] = [
  atMatch(/<[0-9A-F]{4}>/g, (_, random) => glyph(random)),
  atMatch(/<[0-9A-F]{4}>/g, (found, random) => found.replace('>', glyph(random).slice(1))),
  atMatch(/<([0-9A-F]{4})> Tj/g, (found, random) => {
    const one = found.slice(0, 6);
    return `[${one} ${number(random)} ${glyph(random)} ${number(random)} ${one}] TJ`;
  }),
  atMatch(/-?\d*\.?\d+(?= [\s\S])/g, (_, random) => number(random)),
  atMatch(/-?\d*\.?\d+ \S+ Td/g, (_, random) => `${number(random)} ${number(random)} Td`),
  atMatch(/[^\n]* Tm\n/g, (_, random) =>
    random.pick(['0 1 -1 0 300 300 Tm\n', '2 0 0 -2 40 40 Tm\n', '1 .5 -.5 1 9 9 Tm\n']),
  ),
  atMatch(/MCID \d+/g, (_, random) => `MCID ${random.below(20)}`),
  atMatch(/\/NonStruct <<\/MCID \d+ >>BDC/g, (found, random) =>
    random.pick([
      '/Artifact BMC',
      '/P BMC',
      `/Span <</ActualText <FEFF0031>>>BDC EMC ${found}`,
      `${found}\n/Span BMC EMC`,
    ]),
  ),
  atMatch(/\/F\d+ [\d.]+ Tf/g, (found, random) =>
    random.pick([found.replace(/\d+ /, `${4 + random.below(5)} `), found.replace(/ [\d.]+/, ` ${random.below(40)}`)]),
  ),
  atMatch(/\n/g, (found, random) =>
    random.pick([
      '\nq\n',
      '\nQ\n',
      '\nET\nBT\n',
      '\n3 Tr\n',
      '\n1 0 0 1 9 9 cm\n',
      '\n5 Tc\n',
      '\n/G3 gs\n',
      '\n/X1 Do\n',
      found,
    ]),
  ),
];

const IN_TEXT_MAP: readonly Mutation[] = [
  atMatch(/<[0-9A-F]{4}>/g, (_, random) =>
    random.pick([
      '<0031>',
      '<00A0>',
      '<FB01>',
      '<0301>',
      '<200B>',
      '<2F08>',
      '<00B2>',
      '<D800>',
      '<D83DDE00>',
      '<05D0>',
      '<00310032>',
    ]),
  ),
  atMatch(/<[0-9A-F]{4}>/g, (_, random) => glyph(random)),
  atMatch(/\d+(?= beginbf)/g, (_, random) => String(random.below(101))),
];

const KEYS = [
  ...['/OpenAction << /S /JavaScript /JS (1) >>', '/AA << >>', '/Alt (x)', '/ActualText <FEFF4E00>', '/Alt <FEFF00>'],
  ...['/Annots [ 4 0 R ]', '/Rotate 90', '/CropBox [ 0 0 300 300 ]', '/AcroForm << /Fields [ ] >>', '/Lang (x)'],
  ...[
    '/Title (y)',
    '/Author <FEFF0031>',
    '/UserUnit 2',
    '/Type /StructElem',
    '/OCProperties << /OCGs [ ] >>',
    '/Stm 6 0 R',
  ],
];

const IN_OBJECT: readonly Mutation[] = [
  atMatch(/\d+ 0 R/g, (_, random) => `${1 + random.below(120)} 0 R`),
  atMatch(/(?<=[ [])\d+(?=[ \n])/g, (_, random) => String(random.below(30))),
  atMatch(
    /\/S \/\w+/g,
    (_, random) => `/S /${random.pick(['P', 'H1', 'TD', 'TH', 'Table', 'Lbl', 'LBody', 'Span', 'Strong', 'Figure'])}`,
  ),
  atMatch(/\n\/[^\n]*/g, () => ''),
  atMatch(/\n\/[^\n]*/g, (found, random) => `\n${random.pick(KEYS)}${found}`),
  atMatch(/\/K \[ ([^\]]*)\]/g, (found, random) => {
    const kids = found.match(/\d+ 0 R|\d+/g) ?? [];
    return `/K [ ${kids.toSorted(() => random.below(3) - 1).join(' ')} ]`;
  }),
  atMatch(/\/K \[ /g, (found, random) => `${found}${random.below(9)} `),
  replacing(/\/\w+/g, ['/P', '/S', '/K', '/Pg', '/Type', '/W', '/DW', '/StructParents', '/A#42', '/Linearized']),
  inserting(['%', '(', ')', '<<', '>>', '[', ']', '0 0 R', '\r', '\0', 'true', '-']),
];

/** Changes one to three objects of a PDF, or leaves some out. The file around them stays sound. */
export function changedPdf(objects: readonly WrittenObject[], trailer: string, random: Random): Uint8Array {
  const changed = [...objects];
  for (let left = 1 + (random.chance(0.3) ? random.below(3) : 0); left > 0; left--) {
    const at = placeOf(changed, random);
    const one = changed[at] as WrittenObject;
    if (random.chance(0.02)) changed.splice(at, 1);
    else if (one.stream === undefined) changed[at] = { ...one, text: mutate(one.text, IN_OBJECT, random) };
    else changed[at] = { ...one, stream: mutate(one.stream, mutationsOf(one.stream, random), random) };
  }
  return pdfOf(changed, trailer);
}

/** Contents, text maps, fonts and the uppermost objects are few among the elements, so they are chosen more often. */
function placeOf(objects: readonly WrittenObject[], random: Random): number {
  const kind = random.pick([
    / BT|^BT|\nBT/,
    /begincmap/,
    /\/Type \/(?:Catalog|Pages?|Font|StructTreeRoot)\b|\/Nums|\/Filespec/,
    /./,
  ]);
  const places = objects.flatMap(({ text, stream }, index) => (kind.test(stream ?? text) ? [index] : []));
  return places.length > 0 ? random.pick(places) : random.below(objects.length);
}

function mutationsOf(stream: string, random: Random): readonly Mutation[] {
  if (random.chance(0.1)) return ANY_TEXT;
  return stream.includes('begincmap') ? IN_TEXT_MAP : IN_CONTENT;
}
