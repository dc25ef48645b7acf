import type { Language, Text } from '../../../diagnostics/text.ts';
import type { CellSide, ChangedCell, ChangedFact, ChangedFinding, ChangedSentence } from '../../../diff/types.ts';
import type { DiffItem, DiffPiece, DiffTable } from './document.ts';

const HEAD: Readonly<Record<'cell' | 'fact' | 'before' | 'after' | 'difference', Text>> = {
  cell: { zh: '单元格', en: 'Cell' },
  fact: { zh: '项目', en: 'Fact' },
  before: { zh: '前', en: 'Before' },
  after: { zh: '后', en: 'After' },
  difference: { zh: '差', en: 'Difference' },
};

/** Behind a doubtful number. */
export const DOUBT: Text = { zh: '？', en: '?' };
const UNKNOWN: Text = { zh: '（未填）', en: '(unknown)' };
const NOT_GIVEN: Text = { zh: '（没有）', en: '(none)' };

export const cellTable = (cells: readonly ChangedCell[], language: Language): DiffTable => ({
  head: [HEAD.cell, HEAD.before, HEAD.after, HEAD.difference].map((text) => text[language]),
  rows: cells.map(({ name, before, after, difference }) => [
    { text: name },
    { text: sideText(before, language), tone: 'removed' },
    { text: sideText(after, language), tone: 'added' },
    { text: signed(difference) },
  ]),
});

/** With a plus sign, as differences are written. */
export const signed = (difference: string | undefined): string =>
  difference === undefined ? '' : /^[1-9]|^0\.\d*[1-9]/.test(difference) ? `+${difference}` : difference;

function sideText({ state, text, note, written, doubt }: CellSide, language: Language): string {
  const number = state === 'unknown' ? (written === undefined ? UNKNOWN[language] : `“${written}”`) : text;
  return `${number}${doubt ? DOUBT[language] : ''}${note === undefined ? '' : `（${note}）`}`;
}

export const numberText = (text: string, language: Language): string => (text === '' ? UNKNOWN[language] : text);

export const factTable = (facts: readonly ChangedFact[], language: Language): DiffTable => ({
  head: [HEAD.fact, HEAD.before, HEAD.after].map((text) => text[language]),
  rows: facts.map(({ name, before, after }) => [
    { text: name },
    { text: before ?? NOT_GIVEN[language], tone: 'removed' },
    { text: after ?? NOT_GIVEN[language], tone: 'added' },
  ]),
});

const KINDS: Readonly<Record<ChangedSentence['kind'], Text>> = {
  removed: { zh: '删', en: 'removed' },
  added: { zh: '增', en: 'added' },
  changed: { zh: '改', en: 'changed' },
  moved: { zh: '移', en: 'moved' },
};

export const sentenceItems = (sentences: readonly ChangedSentence[], language: Language): DiffItem[] =>
  sentences.map((sentence) => ({ place: placeOf(sentence, language), words: piecesOf(sentence) }));

function placeOf({ kind, before, after }: ChangedSentence, language: Language): string {
  const [from, to] = [before?.name, after?.name];
  const names = from !== undefined && to !== undefined && from !== to ? `${from} → ${to}` : (to ?? from ?? '');
  return `${KINDS[kind][language]} · ${names}`;
}

function piecesOf({ kind, before, after, words }: ChangedSentence): DiffPiece[] {
  if (kind === 'changed')
    return words.map((one) => ({ text: one.text, tone: one.kind === 'same' ? undefined : one.kind }));
  if (kind === 'moved') return [{ text: after?.text ?? '' }];
  return [{ text: (after ?? before)?.text ?? '', tone: kind }];
}

const SEVERITIES: Readonly<Record<ChangedFinding['severity'], Text>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
};

export const findingItems = (findings: readonly ChangedFinding[], language: Language): DiffItem[] =>
  findings.map(({ rule, severity, message, consequences }) => ({
    place: `${SEVERITIES[severity][language]} ${rule}${consequences === 0 ? '' : also(consequences)[language]}`,
    words: [{ text: message[language], tone: severity === 'error' ? 'alert' : undefined }],
  }));

const also = (count: number): Text => ({
  zh: `（由它引起的还有 ${count} 个）`,
  en: ` (and ${count} that follow from it)`,
});
