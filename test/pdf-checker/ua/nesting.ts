import type { PDFDict } from '@cantoo/pdf-lib';
import { numberOf, type PdfFile } from '../pdf-file.ts';
import { type PointGroup, point } from '../point.ts';
import { attributeOf, type Element, elementsOf, named } from '../tags.ts';

/** What an element may be in, and the roles that it may have in it, in order. */
interface Place {
  readonly in?: readonly string[];
  readonly has?: RegExp;
}

const TABLES: Record<string, Place> = {
  Table: { has: /^(Caption )?((TR )+|(THead )?(TBody )*(TFoot )?)(Caption )?$/ },
  THead: { in: ['Table'], has: /^(TR )+$/ },
  TBody: { in: ['Table'], has: /^(TR )+$/ },
  TFoot: { in: ['Table'], has: /^(TR )+$/ },
  TR: { in: ['Table', 'THead', 'TBody', 'TFoot'], has: /^(T[HD] )+$/ },
  TH: { in: ['TR'] },
  TD: { in: ['TR'] },
};
const LISTS: Record<string, Place> = {
  L: { has: /^(Caption )?((L|LI) )+$/ },
  LI: { in: ['L'], has: /^((Lbl|LBody) )+$/ },
  LBody: { in: ['LI'] },
  Lbl: { in: ['LI', 'TOCI', 'Note', 'BibEntry', 'Reference', 'Annot'] },
};
const CONTENTS: Record<string, Place> = {
  TOC: { has: /^(Caption )?((TOC|TOCI) )+$/ },
  TOCI: { in: ['TOC'], has: /^((Lbl|Reference|NonStruct|P|TOC) )*$/ },
};
const RUBY: Record<string, Place> = {
  Ruby: { has: /^RB (RT|RP RT RP) $/ },
  RB: { in: ['Ruby'] },
  RT: { in: ['Ruby'] },
  RP: { in: ['Ruby'] },
};
const WARICHU: Record<string, Place> = {
  Warichu: { has: /^WP WT WP $/ },
  WT: { in: ['Warichu'] },
  WP: { in: ['Warichu'] },
};

const misplaced = (places: Record<string, Place>) => (file: PdfFile) =>
  elementsOf(file).flatMap((element) => {
    const place = places[element.role];
    const inside = element.children.map(({ role }) => `${role} `).join('');
    const isRight =
      (place?.in?.includes(element.parent?.role ?? '') ?? true) &&
      (place?.has?.test(inside) ?? true) &&
      // Text of a table, a row or a list stands in a cell or an item.
      !(place?.has && element.role !== 'TOCI' && element.marks.length > 0);
    return isRight ? [] : [`${named(element)}: ${inside}`];
  });

const spanOf = (cell: Element, key: string): number => numberOf(attributeOf(cell, 'Table', key)) ?? 1;

/** The rows of a table with their cells. */
function rowsOf(table: Element): readonly Element[] {
  return table.children.flatMap((child) =>
    child.role === 'TR' ? [child] : child.children.filter(({ role }) => role === 'TR'),
  );
}

function* irregular(file: PdfFile): Generator<string> {
  for (const [index, table] of elementsOf(file)
    .filter(({ role }) => role === 'Table')
    .entries()) {
    const rows = rowsOf(table);
    const taken = new Map<string, PDFDict>();
    let overlaps = false;
    for (const [row, { children }] of rows.entries()) {
      let column = 0;
      for (const cell of children) {
        while (taken.has(`${row} ${column}`)) column++;
        for (let down = 0; down < spanOf(cell, 'RowSpan'); down++) {
          for (let right = 0; right < spanOf(cell, 'ColSpan'); right++) {
            const place = `${row + down} ${column + right}`;
            overlaps ||= taken.has(place);
            taken.set(place, cell.dict);
          }
        }
      }
    }
    const [height, width] = [0, 1].map(
      (part) => 1 + Math.max(...[...taken.keys()].map((place) => Number(place.split(' ')[part]))),
    );
    if (overlaps) yield `table ${index + 1}: cells overlap`;
    else if (height !== rows.length || taken.size !== (height ?? 0) * (width ?? 0))
      yield `table ${index + 1}: rows of different length`;
  }
}

export const nesting: PointGroup = {
  title: { zh: '表格、列表等的结构', en: 'Structure of tables, lists and the like' },
  points: [
    point('09-004', '表格的各部分在该在的地方', 'parts of a table stand where they belong', misplaced(TABLES)),
    point('09-005', '列表的各部分在该在的地方', 'parts of a list stand where they belong', misplaced(LISTS)),
    point(
      '09-006',
      '目录的各部分在该在的地方',
      'parts of a table of contents stand where they belong',
      misplaced(CONTENTS),
    ),
    point('09-007', '注音的各部分在该在的地方', 'parts of a ruby stand where they belong', misplaced(RUBY)),
    point('09-008', '割注的各部分在该在的地方', 'parts of a warichu stand where they belong', misplaced(WARICHU)),
    point('7.5', '各行的列数相同，单元格不重叠', 'all rows have the same columns, and no cells overlap', irregular),
  ],
};
