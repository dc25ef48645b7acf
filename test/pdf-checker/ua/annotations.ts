import type { PDFDict } from '@cantoo/pdf-lib';
import { dictOf, get, has, nameOf, type PdfFile, textIn } from '../pdf-file.ts';
import { type PointGroup, point } from '../point.ts';
import { type Element, elementsOf } from '../tags.ts';

export const SUBTYPES = new Set(
  `Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup FileAttachment Sound Movie Widget Screen PrinterMark TrapNet Watermark 3D Redact`.split(
    ' ',
  ),
);

/** The element that an annotation is directly in. */
const holderOf = (file: PdfFile, note: PDFDict): Element | undefined =>
  elementsOf(file).find(({ objects }) => objects.some((object) => dictOf(object) === note));

/** Annotations of a kind that do not have what `isRight` asks for. */
const wrong =
  (isMeant: (subtype: string) => boolean, isRight: (note: PDFDict, holder: Element | undefined) => boolean) =>
  (file: PdfFile): string[] =>
    file.pages.flatMap(({ number, annotations }) =>
      annotations.flatMap((note) => {
        const subtype = nameOf(get(note, 'Subtype')) ?? '';
        return isMeant(subtype) && !isRight(note, holderOf(file, note)) ? [`page ${number}: ${subtype}`] : [];
      }),
    );
const is =
  (...subtypes: string[]) =>
  (subtype: string) =>
    subtypes.includes(subtype);
const isNot =
  (...subtypes: string[]) =>
  (subtype: string) =>
    !subtypes.includes(subtype);
const described = (note: PDFDict, holder: Element | undefined) =>
  Boolean(textIn(get(note, 'Contents')) || textIn(get(holder?.dict, 'Alt')));
const clips = ({ dicts }: PdfFile, key: string) =>
  dicts.flatMap(({ dict, object }) =>
    nameOf(get(dict, 'S')) === 'MCD' && !has(dict, key) ? [`object ${object}`] : [],
  );
const tabs =
  (isWrong: (value: string | undefined) => boolean) =>
  ({ pages }: PdfFile) =>
    pages.flatMap(({ number, dict, annotations }) =>
      annotations.length > 0 && isWrong(nameOf(get(dict, 'Tabs'))) ? [`page ${number}`] : [],
    );

export const annotations: PointGroup = {
  title: { zh: '链接和批注', en: 'Links and annotations' },
  points: [
    point(
      '28-002',
      '批注在 Annot 标签里',
      'annotations are in an Annot',
      wrong(isNot('Widget', 'Link', 'PrinterMark', 'Popup'), (_, holder) => holder?.role === 'Annot'),
    ),
    point('28-004', '批注有说明', 'annotations have a description', wrong(isNot('Widget', 'Popup'), described)),
    point(
      '28-005',
      '表单域有说明',
      'form fields have a description',
      wrong(is('Widget'), (note, holder) => Boolean(textIn(get(note, 'TU')) || textIn(get(holder?.dict, 'Alt')))),
    ),
    point(
      '28-006',
      '没有不认识的批注',
      'no annotations of unknown kinds',
      wrong(
        (subtype) => !SUBTYPES.has(subtype),
        () => false,
      ),
    ),
    point(
      '28-007',
      '没有 TrapNet 批注',
      'no TrapNet annotations',
      wrong(is('TrapNet'), () => false),
    ),
    point(
      '28-008',
      '有链接的页写明切换顺序（Tabs）',
      'pages with links say in which order they are visited (Tabs)',
      tabs((value) => value === undefined),
    ),
    point(
      '28-009',
      '切换顺序按结构（S）',
      'the order is that of the structure (S)',
      tabs((value) => value !== undefined && value !== 'S'),
    ),
    point(
      '28-010',
      '表单域在 Form 标签里',
      'form fields are in a Form',
      wrong(is('Widget'), (_, holder) => holder?.role === 'Form'),
    ),
    point(
      '28-011',
      '链接在 Link 标签里',
      'links are in a Link',
      wrong(is('Link'), (_, holder) => holder?.role === 'Link'),
    ),
    point(
      '28-012',
      '链接写明去处（Contents）',
      'links say where they lead (Contents)',
      wrong(is('Link'), (note) => Boolean(textIn(get(note, 'Contents')))),
    ),
    point('28-014', '音像写明类型', 'media clips say their type', (file) => clips(file, 'CT')),
    point('28-015', '音像有文字说明', 'media clips have an alternative text', (file) => clips(file, 'Alt')),
    point(
      '28-016',
      '附件批注有两种文件名',
      'attachment annotations have both names',
      wrong(is('FileAttachment'), (note) => {
        const file = dictOf(get(note, 'FS'));
        return file !== undefined && has(file, 'F') && has(file, 'UF');
      }),
    ),
    point(
      '28-017',
      '印刷标记不在结构里',
      'printer marks are not in the structure',
      wrong(is('PrinterMark'), (_, holder) => holder === undefined),
    ),
    point(
      '28-018',
      '没有印刷标记，其外观不用检查',
      'there are no printer marks, whose look would have to be an artifact',
      wrong(is('PrinterMark'), () => false),
    ),
  ],
};
