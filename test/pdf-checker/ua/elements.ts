import { get, listOf, numberOf, type PdfFile, textIn } from '../pdf-file.ts';
import { type PointGroup, point } from '../point.ts';
import { attributeOf, type Element, elementsOf, named } from '../tags.ts';

const hasText = ({ dict }: Element) => [get(dict, 'Alt'), get(dict, 'ActualText')].some((text) => textIn(text)?.trim());
const withRole = (file: PdfFile, role: string) => elementsOf(file).filter((element) => element.role === role);
const levelsOf = (file: PdfFile) =>
  elementsOf(file).flatMap(({ role }) => (/^H[1-6]$/.test(role) ? [Number(role.slice(1))] : []));

function* jumps(file: PdfFile): Generator<string> {
  const levels = levelsOf(file);
  for (const [index, level] of levels.entries()) {
    const before = levels[index - 1];
    if (before !== undefined && level > before + 1) yield `H${before} → H${level}`;
  }
}

/** Tables in which neither every header has a scope nor every cell names its headers. */
function* unclear(file: PdfFile): Generator<string> {
  const ids = new Set(elementsOf(file).flatMap(({ dict }) => textIn(get(dict, 'ID')) ?? []));
  for (const table of withRole(file, 'Table')) {
    const cells = elementsOf(file).filter((one) => (one.role === 'TH' || one.role === 'TD') && isIn(one, table));
    const named = (cell: Element) => listOf(attributeOf(cell, 'Table', 'Headers')).map((one) => textIn(one) ?? '');
    const missing = cells.flatMap(named).filter((id) => !ids.has(id));
    if (missing.length > 0) yield `no element ${missing[0]}`;
    const isNamed = cells.every((cell) => cell.role === 'TH' || named(cell).length > 0);
    const without = cells.filter((cell) => cell.role === 'TH' && attributeOf(cell, 'Table', 'Scope') === undefined);
    if (!isNamed && without.length > 0) yield `${without.length} TH`;
  }
}

function isIn(element: Element, around: Element): boolean {
  for (let one = element.parent; one; one = one.parent) if (one === around) return true;
  return false;
}

/** Figures on one page without their place on it. */
function* placeless(file: PdfFile): Generator<string> {
  for (const figure of withRole(file, 'Figure')) {
    const box = listOf(attributeOf(figure, 'Layout', 'BBox')).map((one) => numberOf(one) ?? Number.NaN);
    const pages = new Set(figure.marks.map(({ page }) => page));
    if (pages.size > 1) continue;
    const [left = 0, lower = 0, right = 0, upper = 0] = box;
    if (box.length !== 4 || !(right > left && upper > lower)) yield named(figure);
    const page = file.pages.find(({ ref }) => pages.has(String(ref)));
    const edges = listOf(page && get(page.dict, 'MediaBox')).map((one) => numberOf(one) ?? 0);
    const [l = 0, b = 0, r = 0, t = 0] = edges;
    if (left < l - 1 || lower < b - 1 || right > r + 1 || upper > t + 1) yield `${named(figure)}: outside of the page`;
  }
}

function* sameIds(file: PdfFile): Generator<string> {
  const seen = new Set<string>();
  for (const note of withRole(file, 'Note')) {
    const id = textIn(get(note.dict, 'ID')) ?? '';
    if (seen.has(id)) yield id;
    seen.add(id);
  }
}

export const elements: PointGroup = {
  title: { zh: '图、标题、表头、注', en: 'Figures, headings, table headers, notes' },
  points: [
    point('13-004', '图有文字说明', 'figures have an alternative text', (file) =>
      withRole(file, 'Figure')
        .filter((figure) => !hasText(figure))
        .map(named),
    ),
    point(
      '14.8.5.4',
      '图写明在页上的位置（ISO 32000-1）',
      'figures have their place on the page (ISO 32000-1)',
      placeless,
    ),
    point('14-002', '第一个标题是 H1', 'the first heading is an H1', (file) => {
      const [first] = levelsOf(file);
      return first === undefined || first === 1 ? [] : [`H${first}`];
    }),
    point('14-003', '标题不跳级', 'no level of headings is skipped', jumps),
    point('14-006', '一处最多一个 H', 'an element has at most one H', (file) =>
      elementsOf(file)
        .filter(({ children }) => children.filter(({ role }) => role === 'H').length > 1)
        .map(named),
    ),
    point('14-007', 'H 和 H1 至 H6 不混用', 'H is not mixed with H1 to H6', (file) =>
      withRole(file, 'H').length > 0 && levelsOf(file).length > 0 ? ['H'] : [],
    ),
    point(
      '15-003',
      '数字写明属于哪些表头，或者表头写明方向',
      'cells name their headers, or headers have a scope',
      unclear,
    ),
    point('17-002', '公式有文字说明', 'formulas have an alternative text', (file) =>
      withRole(file, 'Formula')
        .filter((formula) => !hasText(formula))
        .map(named),
    ),
    point('19-003', '注有标识', 'notes have an ID', (file) =>
      withRole(file, 'Note')
        .filter(({ dict }) => !textIn(get(dict, 'ID')))
        .map(named),
    ),
    point('19-004', '注的标识不重复', 'no two notes have the same ID', sameIds),
  ],
};
