import { isScalar } from 'yaml';
import type { Path } from '../diagnostics/diagnostic.ts';
import { nodeAt } from '../source/locate.ts';
import { parse, type Source } from '../source/parse.ts';
import { assertOnly } from './assert-only.ts';
import { applyEdits, type Edit } from './edit.ts';

/** Words in a text of the file, and their replacement. */
export interface Replacement {
  /** Path of the text. */
  readonly path: Path;
  /** Offsets of the words in the text, as the text is in the file's data. */
  readonly from: number;
  readonly to: number;
  readonly written: string;
}

/** A file in which words were replaced. */
export interface Replaced<Made extends Replacement> {
  readonly source: Source;
  /** The replacements that were made. A text in a notation that can't be edited has none. */
  readonly made: readonly Made[];
}

/** Replaces words in the texts of a file. Layout, quotes and comments stay as they are. */
export function replaceWords<Made extends Replacement>(source: Source, replacements: readonly Made[]): Replaced<Made> {
  const texts = new Map<string, Made[]>();
  for (const one of replacements) texts.set(one.path.join('.'), [...(texts.get(one.path.join('.')) ?? []), one]);
  let here = source;
  const made: Made[] = [];
  for (const own of texts.values()) {
    const next = replaceInText(here, own);
    if (!next) continue;
    here = next;
    made.push(...own);
  }
  assertOnly(
    source.data,
    here.data,
    made.map(({ path }) => ({ start: 0, end: 0, text: '', path: path.join('.'), message: { zh: '', en: '' } })),
  );
  return { source: here, made };
}

/** undefined if the result would be read differently: `{` has a meaning in `{ text: 16件 }`. */
function replaceInText(source: Source, replacements: readonly Replacement[]): Source | undefined {
  const path = replacements[0]?.path ?? [];
  const node = nodeAt(source, path);
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return undefined;
  const text = node.value;
  const [start, end] = node.range;
  const places = replacements.map((one) => placeIn(source.text.slice(start, end), text, one));
  if (places.some((place) => place === undefined)) return undefined;
  const edits = replacements.map(({ from, to, written }, index): Edit => {
    const at = start + (places[index] ?? 0);
    return { start: at, end: at + to - from, text: written };
  });
  const wanted = applyEdits(
    text,
    replacements.map(({ from, to, written }) => ({ start: from, end: to, text: written })),
  );
  const next = parse(applyEdits(source.text, edits), source.file);
  const after = nodeAt(next, path);
  return next.data !== undefined && isScalar(after) && after.value === wanted ? next : undefined;
}

/** The offset of the words in the source of a text: the occurrence with the same number as in the text itself. */
function placeIn(written: string, text: string, { from, to }: Replacement): number | undefined {
  const words = text.slice(from, to);
  const [inText, inFile] = [placesOf(text, words), placesOf(written, words)];
  return inText.length === inFile.length ? inFile[inText.indexOf(from)] : undefined;
}

function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}
