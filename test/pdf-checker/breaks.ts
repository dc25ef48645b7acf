import { PDFArray, PDFDict } from '@cantoo/pdf-lib';
import { type Broken, N, string } from './broken.ts';

type Break = (file: Broken) => void;

const role =
  (from: string, to: string): Break =>
  (file) =>
    void file.role(from, to);
const link =
  (values: Record<string, unknown>): Break =>
  (file) =>
    file.set(file.the('Annot'), values);
const font =
  (values: Record<string, unknown>): Break =>
  (file) =>
    file.set(file.the('Type0'), values);
const noMap: Break = (file) => file.drop(file.the('Type0'), 'ToUnicode');
const toUnicode =
  (hex: string): Break =>
  (file) =>
    file.stream(file.the('Type0'), 'ToUnicode', (map) => map.replace(/(beginbfchar\s*<\w+> )<\w+>/, `$1<${hex}>`));
const content =
  (from: string | RegExp, to: string): Break =>
  (file) =>
    file.content((all) => all.replace(from, to));
const more =
  (operators: string): Break =>
  (file) =>
    file.content((all) => `${all}${operators}`);
const language: Break = (file) => {
  file.drop(file.catalog, 'Lang');
  file.drop(file.the('Document'), 'Lang');
};
const state =
  (values: Record<string, unknown>): Break =>
  (file) =>
    file.set(file.resource('ExtGState'), values);
const cid =
  (values: Record<string, unknown>): Break =>
  (file) =>
    file.set(file.the('CIDFontType2'), values);
const catalog =
  (values: Record<string, unknown>): Break =>
  (file) =>
    file.set(file.catalog, values);
const descriptor =
  (values: Record<string, unknown>): Break =>
  (file) =>
    file.set(file.the('FontDescriptor'), values);
/** A drawing or picture among the resources of the first page. */
const drawing =
  (values: Record<string, unknown>): Break =>
  (file) =>
    file.set(file.in(file.in(file.the('Page'), 'Resources'), 'XObject'), { X: file.add(values) });
const otherEncoding = font({ Encoding: 'GBK-EUC-H' });
const oneGlyph = (code: string): Break => content(/<[0-9A-F]{4}(?=[0-9A-F]*> Tj)/, `<${code}`);
const each = (ids: readonly string[], broken: Break): Record<string, Break> =>
  Object.fromEntries(ids.map((id) => [id, broken]));
const numbered = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `31-${String(from + index).padStart(3, '0')}`);

/** For each point, one change that breaks it. */
export const BREAKS: Record<string, Break> = {
  '01-003': content(/(<<\/MCID \d+ >>BDC\n)/, '$1/Artifact BMC\nEMC\n'),
  '01-004': content('/Artifact BMC\n', '/Artifact BMC\n/P <</MCID 0 >>BDC\nEMC\n'),
  '01-005': more('0 0 9 9 re\nf\n'),
  '01-007': (file) => file.set(file.in(file.catalog, 'MarkInfo'), { Suspects: true }),
  '02-001': role('P', 'Marquee'),
  '02-003': (file) => file.set(file.in(file.the('StructTreeRoot'), 'RoleMap'), { One: 'Two', Two: 'One' }),
  '02-004': (file) => file.set(file.in(file.the('StructTreeRoot'), 'RoleMap'), { P: 'H1' }),
  '09-004': role('TD', 'P'),
  '09-005': role('LBody', 'P'),
  '09-006': role('P', 'TOCI'),
  '09-007': role('P', 'RT'),
  '09-008': role('P', 'WT'),
  '7.5': (file) => (file.all('TR').at(-1) as PDFDict).lookup(N('K'), PDFArray).remove(0),
  '06-001': (file) => file.drop(file.catalog, 'Metadata'),
  '06-002': (file) => file.xmp((xmp) => xmp.replace('<pdfuaid:part>1', '<pdfuaid:part>9')),
  '06-003': (file) => file.xmp((xmp) => xmp.replaceAll('dc:title', 'dc:subject')),
  '07-001': (file) => file.drop(file.catalog, 'ViewerPreferences'),
  '07-002': (file) => file.set(file.in(file.catalog, 'ViewerPreferences'), { DisplayDocTitle: false }),
  ...each(['11-001', '11-002', '11-003', '11-004'], language),
  '11-005': (file) => {
    language(file);
    file.add({ FT: 'Tx', TU: string('x') });
  },
  '11-006': (file) => {
    language(file);
    file.xmp((xmp) => xmp.replace(/<dc:language>.*<\/dc:language>/, ''));
  },
  '20-001': catalog({ OCProperties: { D: { Name: string('x') }, Configs: [{}] } }),
  '20-002': catalog({ OCProperties: { D: {} } }),
  '20-003': catalog({ OCProperties: { D: { Name: string('x'), AS: [] } } }),
  '21-001': (file) => file.drop(file.the('Filespec'), 'UF'),
  '25-001': catalog({ AcroForm: { XFA: [] } }),
  '26-001': (file) => Object.assign(file.context.trailerInfo, { Encrypt: file.add({}) }),
  '26-002': (file) => Object.assign(file.context.trailerInfo, { Encrypt: file.add({ P: 0 }) }),
  '30-001': drawing({ Subtype: 'Form', Ref: {} }),
  '30-002': (file) => {
    drawing({ Subtype: 'Form', BBox: [0, 0, 1, 1], StructParents: 9 })(file);
    file.content((all) => `${all}/X Do\n/X Do\n`);
  },
  '13-004': (file) => file.drop(file.the('Figure'), 'Alt'),
  '14.8.5.4': (file) => file.drop(file.the('Figure'), 'A'),
  '14-002': role('H1', 'H2'),
  '14-003': role('H2', 'H4'),
  '14-006': (file) => {
    for (const element of file.all('LBody')) {
      const first = file.add({ Type: 'StructElem', S: 'H' });
      file.set(element, { K: [first, file.add({ Type: 'StructElem', S: 'H' })] });
    }
  },
  '14-007': role('H2', 'H'),
  '15-003': (file) => {
    for (const cell of [...file.all('TH'), ...file.all('TD')]) file.drop(cell, 'A');
  },
  '17-002': role('P', 'Formula'),
  '19-003': role('P', 'Note'),
  '19-004': (file) => {
    for (const note of [file.role('P', 'Note'), file.role('P', 'Note')]) file.set(note, { ID: string('same') });
  },
  '28-002': link({ Subtype: 'Text' }),
  '28-004': (file) => file.drop(file.the('Annot'), 'Contents'),
  '28-005': link({ Subtype: 'Widget' }),
  '28-006': link({ Subtype: 'Hologram' }),
  '28-007': link({ Subtype: 'TrapNet' }),
  '28-008': (file) => file.drop(file.the('Page'), 'Tabs'),
  '28-009': (file) => file.set(file.the('Page'), { Tabs: 'R' }),
  '28-010': link({ Subtype: 'Widget' }),
  '28-011': (file) => {
    const isElement = (dict: PDFDict) => dict.get(N('S')) === N('Link');
    file.all('Link').find(isElement)?.set(N('S'), N('Span'));
  },
  '28-012': (file) => file.drop(file.the('Annot'), 'Contents'),
  '28-014': (file) => file.add({ S: 'MCD', Alt: [] }),
  '28-015': (file) => file.add({ S: 'MCD', CT: string('x') }),
  '28-016': link({ Subtype: 'FileAttachment' }),
  '28-017': link({ Subtype: 'PrinterMark' }),
  '28-018': link({ Subtype: 'PrinterMark' }),
  ...each(['10-001', '17-003', '31-027', '6.2.11.7.2'], noMap),
  ...each([...numbered(1, 3), ...numbered(6, 8), '6.2.11.3'], otherEncoding),
  '31-004': cid({ CIDToGIDMap: 'Other' }),
  '31-005': (file) => file.drop(file.the('CIDFontType2'), 'CIDToGIDMap'),
  ...each(['31-009', '6.2.11.4.1'], (file) => file.drop(file.the('FontDescriptor'), 'FontFile2')),
  '31-011': oneGlyph('FFF0'),
  ...each(numbered(12, 13), font({ Subtype: 'Type1' })),
  ...each([...numbered(14, 15), '6.2.11.4.2'], descriptor({ CIDSet: 1 })),
  ...each(['31-016', '6.2.11.5'], cid({ W: [0, 65_535, 1] })),
  ...each([...numbered(17, 26), '6.2.11.6'], font({ Subtype: 'TrueType' })),
  '31-028': toUnicode('0000'),
  '31-029': toUnicode('FEFF'),
  ...each(['31-030', '6.2.11.8'], oneGlyph('0000')),
  '6.1.2': (file) => file.bytes('%PDF-1.7', ' %PDF-1.7'),
  '6.1.3': (file) => Object.assign(file.context.trailerInfo, { ID: undefined }),
  '6.1.4': (file) => file.bytes(/xref\n0/, 'xref \n\n0'),
  '6.1.6': more('<123> Tj\n'),
  '6.1.7.1': (file) => file.bytes(/\nendstream/, 'endstream'),
  '6.1.7.2': (file) => file.add({}) && file.context.register(file.context.stream('', { Filter: 'LZWDecode' })),
  '6.1.8': font({ BaseFont: N('\xff\xfe') }),
  '6.1.9': (file) => file.bytes(/ 0 obj\n/, ' 0 obj '),
  '6.1.12': catalog({ Perms: { UR: {} } }),
  '6.1.13': (file) => file.add({ Number: 2 ** 40 }),
  '6.2.2': more('paint\n'),
  '6.2.3': (file) => file.drop(file.catalog, 'OutputIntents'),
  '6.2.4.2': (file) => file.context.register(file.context.stream('no profile', { N: 3 })),
  '6.2.4.3': more('0 0 0 1 k\n'),
  '6.2.4.4': (file) =>
    file.set(file.in(file.in(file.the('Page'), 'Resources'), 'ColorSpace'), { C: [N('Separation'), N('Gold')] }),
  '6.2.5': state({ TR: 'Identity' }),
  '6.2.6': more('/Bright ri\n'),
  '6.2.8': drawing({ Subtype: 'Image', Width: 1, Interpolate: true }),
  '6.2.9': drawing({ Subtype: 'PS' }),
  '6.2.10': state({ BM: 'Sparkle' }),
  '6.2.11.2': (file) => file.drop(file.the('Type0'), 'BaseFont'),
  '6.2.11.7.3': (file) =>
    file.stream(file.the('Type0'), 'ToUnicode', (map) => map.replace(/> <[0-9A-F]{4}>/g, '> <E000>')),
  '6.3.1': link({ Subtype: 'Sound' }),
  '6.3.2': link({ F: 2 }),
  '6.3.3': link({ Subtype: 'Text' }),
  '6.4.1': link({ Subtype: 'Widget' }),
  '6.4.2': catalog({ NeedsRendering: true }),
  '6.4.3': (file) => file.add({ ByteRange: [0, 1] }),
  '6.5.1': catalog({ OpenAction: { S: 'JavaScript' } }),
  '6.5.2': catalog({ AA: {} }),
  '6.6.2.1': (file) => file.xmp((xmp) => xmp.replace('</rdf:RDF>', '')),
  '6.6.2.3': (file) => file.xmp((xmp) => xmp.replace('<rdf:RDF ', '<rdf:RDF xmlns:own="http://example.com/" ')),
  '6.6.3': (file) => file.set(file.context.lookup(file.context.trailerInfo.Info, PDFDict), { Title: string('x') }),
  '6.6.4': (file) => file.xmp((xmp) => xmp.replace('<pdfaid:part>3', '<pdfaid:part>1')),
  '6.7.2': (file) => file.drop(file.catalog, 'MarkInfo'),
  '6.7.3': (file) => file.drop(file.catalog, 'StructTreeRoot'),
  '6.7.4': catalog({ Lang: string('zh_CN') }),
  '6.8': (file) => file.drop(file.the('Filespec'), 'AFRelationship'),
  '6.9': catalog({ OCProperties: { D: { Name: string('x') } } }),
  '6.10': (file) => file.set(file.the('Page'), { PresSteps: {} }),
  '6.11': catalog({ Requirements: [] }),
};
