import { PDFStream } from '@cantoo/pdf-lib';
import { dictOf, get, has, isTrue, keysOf, nameOf, numberOf, type PdfFile } from '../pdf-file.ts';
import { type PointGroup, point } from '../point.ts';
import { SUBTYPES } from '../ua/annotations.ts';

const FORBIDDEN_NOTES = new Set(['3D', 'Sound', 'Screen', 'Movie']);
const ACTIONS = new Set(['GoTo', 'GoToR', 'GoToE', 'Thread', 'URI', 'Named', 'SubmitForm']);
const NAMED = new Set(['NextPage', 'PrevPage', 'FirstPage', 'LastPage']);
const PRINT = 4;
/** Invisible, Hidden, NoView and ToggleNoView. */
const UNSEEN = 1 | 2 | 32 | 256;

type Dict = NonNullable<ReturnType<typeof dictOf>>;
const notes = (file: PdfFile, isWrong: (note: Dict, subtype: string) => boolean) =>
  file.pages.flatMap(({ number, annotations }) =>
    annotations.flatMap((note) => {
      const subtype = nameOf(get(note, 'Subtype')) ?? '';
      return isWrong(note, subtype) ? [`page ${number}: ${subtype}`] : [];
    }),
  );

/** Dictionaries that stand where an action stands. */
function* actions({ dicts }: PdfFile): Generator<{ action: Dict; object: number }> {
  for (const { dict, object } of dicts) {
    for (const key of ['A', 'OpenAction', 'Next']) {
      const action = dictOf(get(dict, key));
      if (action && has(action, 'S') && nameOf(get(action, 'Type')) !== 'StructElem') yield { action, object };
    }
  }
}

function* wrongActions(file: PdfFile): Generator<string> {
  for (const { action, object } of actions(file)) {
    const kind = nameOf(get(action, 'S')) ?? '';
    if (!ACTIONS.has(kind)) yield `object ${object}: ${kind}`;
    if (kind === 'Named' && !NAMED.has(nameOf(get(action, 'N')) ?? '')) yield `object ${object}: Named`;
  }
  if (get(dictOf(get(file.catalog, 'Names')), 'JavaScript') !== undefined) yield 'Names/JavaScript';
}

function wrongLook(note: Dict): boolean {
  const look = dictOf(get(note, 'AP'));
  return look !== undefined && (keysOf(look).join() !== 'N' || !(get(look, 'N') instanceof PDFStream));
}

export const interaction: PointGroup = {
  title: { zh: '链接、批注、表单、动作', en: 'Links, annotations, forms, actions' },
  points: [
    point('6.3.1', '只有标准的批注，没有音像', 'only standard annotations, no media', (file) =>
      notes(file, (_, subtype) => !SUBTYPES.has(subtype) || FORBIDDEN_NOTES.has(subtype)),
    ),
    point('6.3.2', '批注都能打印，不隐藏（F）', 'annotations are printed and not hidden (F)', (file) =>
      notes(file, (note, subtype) => {
        const flags = numberOf(get(note, 'F'));
        return subtype !== 'Popup' && (flags === undefined || (flags & PRINT) === 0 || (flags & UNSEEN) !== 0);
      }),
    ),
    point('6.3.3', '链接以外的批注写明外观', 'annotations other than links have a look', (file) =>
      notes(
        file,
        (note, subtype) => wrongLook(note) || (subtype !== 'Link' && subtype !== 'Popup' && !has(note, 'AP')),
      ),
    ),
    point('6.4.1', '表单不带动作，外观已经画好', 'forms have no actions, and their look is drawn', (file) => [
      ...notes(file, (note, subtype) => subtype === 'Widget' && (has(note, 'A') || has(note, 'AA'))),
      ...file.dicts.flatMap(({ dict, object }) => (has(dict, 'FT') && has(dict, 'AA') ? [`object ${object}`] : [])),
      ...(isTrue(get(dictOf(get(file.catalog, 'AcroForm')), 'NeedAppearances')) ? ['NeedAppearances'] : []),
    ]),
    point('6.4.2', '没有 XFA 表单', 'no XFA form', ({ catalog }) => [
      ...(get(dictOf(get(catalog, 'AcroForm')), 'XFA') === undefined ? [] : ['XFA']),
      ...(has(catalog, 'NeedsRendering') ? ['NeedsRendering'] : []),
    ]),
    point('6.4.3', '没有签名，不用检查其范围', 'no signatures, whose range would have to be checked', ({ dicts }) =>
      dicts.flatMap(({ dict, object }) => (has(dict, 'ByteRange') ? [`object ${object}`] : [])),
    ),
    point('6.5.1', '没有运行程序、播放音像的动作', 'no actions that run something or play media', wrongActions),
    point(
      '6.5.2',
      '文件和页面没有自动执行的动作（AA）',
      'neither the document nor a page acts by itself (AA)',
      ({ catalog, pages }) => [
        ...(has(catalog, 'AA') ? ['catalog'] : []),
        ...pages.flatMap(({ number, dict }) => (has(dict, 'AA') ? [`page ${number}`] : [])),
      ],
    ),
  ],
};
