import type { Language } from '../../../diagnostics/text.ts';
import { visibleJson } from '../../../diagnostics/visible.ts';
import type {
  CellSide,
  ChangedFinding,
  DiffSide,
  PlacedSentence,
  ReportDiff,
  YearOverYear,
} from '../../../diff/types.ts';

/** All differences as JSON; see `schemas/diff.schema.json`. */
export const diffJson = (diff: ReportDiff, language: Language): string =>
  `${visibleJson({
    version: 1,
    same: diff.isSame,
    view: diff.view,
    before: sideData(diff.before),
    after: sideData(diff.after),
    notes: diff.notes.map(({ kind, text }) => ({ kind, message: text[language] })),
    cells: diff.cells.map(({ path, name, before, after, difference = null }) => ({
      path,
      name,
      before: cellData(before, language),
      after: cellData(after, language),
      difference,
    })),
    facts: diff.facts.map(({ path, name, before = null, after = null }) => ({ path, name, before, after })),
    sentences: diff.sentences.map(({ kind, before, after, words }) => ({
      kind,
      before: sentenceData(before),
      after: sentenceData(after),
      words: words.map((one) => ({ kind: one.kind, text: one.text })),
    })),
    kept: diff.kept,
    typography: diff.typography,
    findings: {
      broken: diff.findings.broken.map((one) => findingData(one, language)),
      cleared: diff.findings.cleared.map((one) => findingData(one, language)),
    },
    years: diff.years ? yearsData(diff.years) : null,
  })}\n`;

const sideData = ({ file, title, year = null, agency, form, isPublished, doubtful, missing }: Nullable<DiffSide>) => ({
  file,
  title,
  year,
  agency,
  form,
  published: isPublished,
  doubtful,
  missing,
});

type Nullable<T> = { readonly [K in keyof T]: undefined extends T[K] ? T[K] | null : T[K] };

const cellData = ({ state, text, note, written, doubt }: CellSide, language: Language) => ({
  state,
  value: state === 'unknown' ? null : text,
  note: note ?? null,
  written: written ?? null,
  doubt: doubt?.[language] ?? null,
});

const sentenceData = (sentence: PlacedSentence | undefined) =>
  sentence === undefined ? null : { path: sentence.path.join('.'), name: sentence.name, text: sentence.text };

const findingData = ({ rule, severity, path, message, consequences }: ChangedFinding, language: Language) => ({
  rule,
  severity,
  path,
  message: message[language],
  consequences,
});

/** A number that is not known is null. */
const known = (text: string): string | null => (text === '' ? null : text);

const yearsData = ({ carried, documents, growth }: YearOverYear) => ({
  carried: carried.map(({ column, forward, over, agrees = null }) => ({
    column,
    forward: known(forward),
    over: known(over),
    agrees: agrees ?? null,
  })),
  documents: documents.map(({ path, name, before, issued, repealed, due, inForce, agrees }) => ({
    path,
    name,
    before: known(before),
    issued: known(issued),
    repealed: known(repealed),
    due: known(due),
    in_force: known(inForce),
    agrees: agrees ?? null,
  })),
  growth: growth.map(({ path, name, before, after, difference, percent, isDoubtful }) => ({
    path,
    name,
    before: known(before),
    after: known(after),
    difference: difference ?? null,
    percent: percent ?? null,
    doubtful: isDoubtful,
  })),
});
