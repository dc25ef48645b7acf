import {
  type FlowTable,
  type FlowUnit,
  NO_GROWTH,
  type PageFlow,
  type RowMeasure,
  type TableForm,
} from '../../../src/render/paper/flow.ts';

/** Reports made of heights alone, for tests of the planner without a browser. Lengths are CSS pixels. */

export const PAGE = 850;
export const LINE = PAGE / 22;

export const row = (height: number, more: Partial<RowMeasure> = {}): RowMeasure => ({
  height,
  open: 0,
  repeated: 0,
  kept: false,
  ...more,
});

export const form = (rows: readonly RowMeasure[], more: Partial<TableForm> = {}): TableForm => ({
  fit: '',
  cost: 0,
  top: 0,
  again: 0,
  foot: 0,
  growth: NO_GROWTH,
  rows,
  ...more,
});

/** Paragraphs of one line each. */
export const lines = (count: number): FlowUnit[] => Array.from({ length: count }, () => ({ gap: 0, height: LINE }));

export const flow = (...items: PageFlow['items'][number][]): PageFlow => ({ height: PAGE, line: LINE, items });

/** A table in its ordinary size and tighter, with rows of `share` of their height. */
export const table = (ordinary: TableForm, share = 0.8): FlowTable => {
  const rows = ordinary.rows.map((one) => ({ ...one, height: one.height * share }));
  return { gap: 0, forms: [ordinary, { ...ordinary, fit: 'tight', cost: 3, rows }] };
};

/** Table two: four blocks, each with a heading line. */
export const tableTwo = (foot = 0): FlowTable => {
  const block = (data: number) => [
    row(33),
    ...Array.from({ length: data + 1 }, (_, index) =>
      row(33, { open: index > 1 ? 3 : 0, kept: index < 2, repeated: index > 1 ? 66 : 0 }),
    ),
  ];
  return table(form([...block(2), ...block(1), ...block(2), ...block(1)], { top: LINE, again: 25, foot }), 0.8);
};

/** Table three: two rows, a group of groups, a row. */
export const tableThree = (height = 27, foot = 0): FlowTable => {
  const groups = [1, 1, 8, 3, 5, 3, 1];
  const inner = groups.flatMap((size, group) =>
    Array.from({ length: size }, (_, index) =>
      row(height, { open: (group + index > 0 ? 1 : 0) + (index > 0 ? 1 : 0) }),
    ),
  );
  const rows = [row(height), row(height), ...inner, row(height)];
  return table(form(rows, { top: LINE + 84, again: 25 + 84, foot }), 0.85);
};

export const tableFour = (foot = 0): FlowTable => table(form([row(35)], { top: LINE + 110, again: 135, foot }));
