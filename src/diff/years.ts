import { tableRows } from '../form/walk.ts';
import type { Cell } from '../report/cell.ts';
import { cellsAt, valuesOf } from '../report/cells-at.ts';
import { operandCells } from '../report/expression.ts';
import { differenceOf, exactNumber, growthOf } from './exact.ts';
import type { ComparedReport } from './read.ts';
import type { Growth, YearOverYear } from './types.ts';

/** How the report of a year follows from that of the year before. */
export const yearOverYear = (before: ComparedReport, after: ComparedReport): YearOverYear => ({
  carried: carriedOver(before, after),
  documents: documents(before, after),
  growth: MAIN_NUMBERS.flatMap((path) => growth(path, before, after)),
});

const FORWARD = 'applications.carried_forward';
const OVER = 'applications.carried_over';

function carriedOver({ report: old }: ComparedReport, { report: now }: ComparedReport): YearOverYear['carried'] {
  const row = now.form.tables.flatMap(tableRows).find(({ path }) => path === OVER);
  return (row?.columns ?? []).flatMap(({ key, label }) => {
    const [forward, over] = [old.cells.get(`${FORWARD}.${key}`), now.cells.get(`${OVER}.${key}`)];
    if (!forward || !over) return [];
    return [{ column: label, forward: forward.text, over: over.text, agrees: agrees(forward.value, over.value) }];
  });
}

const DOCUMENTS = ['active_disclosure.rules', 'active_disclosure.normative_documents'];

function documents({ report: old }: ComparedReport, { report: now }: ComparedReport): YearOverYear['documents'] {
  return DOCUMENTS.flatMap((path) => {
    const last = cellsAt(old, { before: `${path}.in_force` });
    const cells = cellsAt(now, { issued: `${path}.issued`, repealed: `${path}.repealed`, inForce: `${path}.in_force` });
    if (!last || !cells) return [];
    const values = valuesOf({ ...last, ...cells });
    const due = values && values.before + values.issued - values.repealed;
    return [
      {
        path: cells.inForce.path,
        name: cells.inForce.name,
        before: last.before.text,
        issued: cells.issued.text,
        repealed: cells.repealed.text,
        due: due === undefined ? '' : String(due),
        inForce: cells.inForce.text,
        agrees: agrees(due, values?.inForce),
      },
    ];
  });
}

const agrees = (one: number | undefined, other: number | undefined): boolean | undefined =>
  one === undefined || other === undefined ? undefined : one === other;

/** Cells, rows and groups (the sum of their rows), in printed order; those that a form does not have are left out. */
const MAIN_NUMBERS = [
  'active_disclosure.rules.issued',
  'active_disclosure.rules.in_force',
  'active_disclosure.normative_documents.issued',
  'active_disclosure.normative_documents.in_force',
  'active_disclosure.administrative_licensing.decisions',
  'active_disclosure.administrative_penalties.decisions',
  'active_disclosure.administrative_compulsion.decisions',
  'active_disclosure.administrative_fees.amount_wan_yuan',
  'applications.received.total',
  'applications.carried_over.total',
  'applications.outcomes.total.total',
  'applications.outcomes.disclosed.total',
  'applications.outcomes.partially_disclosed.total',
  'applications.outcomes.not_disclosed',
  'applications.outcomes.unable_to_provide',
  'applications.outcomes.not_processed',
  'applications.outcomes.other_handling',
  'applications.carried_forward.total',
  'reconsideration_and_litigation.reconsideration.total',
  'reconsideration_and_litigation.litigation',
];

function growth(path: string, before: ComparedReport, after: ComparedReport): Growth[] {
  const [old, now] = [numberAt(path, before), numberAt(path, after)];
  if (!old || !now) return [];
  const [a, b] = [exactNumber(old.cell), exactNumber(now.cell)];
  return [
    {
      path,
      name: now.cell.name,
      before: old.cell.text,
      after: now.cell.text,
      difference: a && b ? differenceOf(a, b) : undefined,
      percent: a && b && growthOf(a, b),
      isDoubtful: old.isDoubtful || now.isDoubtful,
    },
  ];
}

interface MainNumber {
  readonly cell: Pick<Cell, 'name' | 'kind' | 'state' | 'text'>;
  readonly isDoubtful: boolean;
}

/** A cell, or the sum of a row or group as if it were one; undefined if the form does not have it. */
function numberAt(path: string, { report, doubts }: ComparedReport): MainNumber | undefined {
  const paths = operandCells(report, path);
  const cells = paths.flatMap((one) => report.cells.get(one) ?? []);
  const isDoubtful = paths.some((one) => doubts.has(one));
  const [first] = cells;
  if (!first) return undefined;
  if (first.path === path) return { cell: first, isDoubtful };
  const isKnown = cells.every(({ value }) => value !== undefined);
  const sum = cells.reduce((all, { value = 0 }) => all + value, 0);
  const name = groupName(path, report);
  const state = isKnown ? 'computed' : 'unknown';
  return { cell: { name, kind: 'count', state, text: isKnown ? String(sum) : '' }, isDoubtful };
}

/** The printed label of a row or group. */
function groupName(path: string, { form }: ComparedReport['report']): string {
  const key = path.split('.').at(-1);
  const row = form.tables.flatMap(tableRows).find((one) => one.path === path || one.path.startsWith(`${path}.`));
  return row?.groups.find((group) => group.key === key)?.label ?? row?.row.label ?? path;
}
