import { SECTION_KEYS } from '../../form/section-keys.ts';
import type { FormDef } from '../../form/types.ts';
import type { PublishedDocument } from '../document.ts';
import type { ImportedFact, ImportedPart, ImportedText, TablesReading, TextsReading, Unplaced } from '../reading.ts';
import { plainLabel } from '../tables/labels.ts';
import { formTexts } from '../tables/target.ts';
import { isCorrectionLabel } from './closing.ts';
import { factsOf } from './facts.ts';
import { findSections } from './find-sections.ts';
import { furnitureOf, isFoot, isLabelAlone, pageHeaders } from './furniture.ts';
import { unplaced, withoutRepeats } from './left-over.ts';
import { escaped, lineOf, markdownOf, rowsOf } from './markdown.ts';
import { NOTE } from './notes.ts';
import { detailLines, isDetails } from './page-details.ts';
import { partsOf } from './parts.ts';
import { type OtherTable, type PublishedLine, type PublishedPiece, piecesOf, textLine } from './pieces.ts';
import { rowTextsOf } from './row-texts.ts';
import { type DatedLine, surroundingsOf } from './surroundings.ts';
import { readTitle } from './title.ts';
import { BETWEEN, splitOpening, type Zones, zonesOf } from './zones.ts';

type Prose = readonly (PublishedLine | OtherTable)[];
type ProseSection = 'overview' | 'problems' | 'other_matters';

/** Finds the sections, parts and facts of a report in the texts of a document. The blocks of the tables are known. */
export function readTexts(document: PublishedDocument, tables: TablesReading): TextsReading {
  const { form } = tables;
  const { rowTexts, placed } = rowTextsOf(document, tables);
  const all = piecesOf(document, tables, rowTexts);
  const details = all.flatMap((piece) =>
    piece.kind === 'grid' && isDetails(piece) ? detailLines(piece).map((text) => ({ text, place: piece.place })) : [],
  );
  const page = furnitureIn(all);
  const pieces = withLabels(all.filter((piece) => !page.has(piece)));
  const sections = findSections(pieces);
  const around = surroundingsOf(pieces, sections, details, document.properties);
  const out = new Collector(form);
  const zones = withinLimits(withOpening(zonesOf(pieces, sections, { form, ...around })), out);
  out.text('preface.text', zones.get('preface') ?? []);
  for (const key of SECTION_KEYS) {
    if (form.tables.some((table) => table.key === key)) out.besideTable(key, zones, tables.missing.includes(key));
    else out.section(key as ProseSection, zones.get(key) ?? []);
  }
  out.leave(zones.get(BETWEEN) ?? []);
  const lastHeading = sections.headings[5]?.at ?? pieces.length;
  const last = pieces.slice(lastHeading, around.end).filter((piece) => piece.kind === 'text');
  const facts = factsOf({ ...around, properties: document.properties, preface: linesOf(zones.get('preface')), last });
  const contents = new Set([...sections.contents].map((at) => pieces[at]));
  const isOfPage = (piece: PublishedPiece) => contents.has(piece) || (piece.kind === 'grid' && isFoot(piece));
  const leftovers = withoutRepeats([
    ...unplaced(around.left, isOfPage),
    ...notTold(around.dated, facts),
    ...out.leftovers,
    ...unplaced([...page], () => true),
  ]);
  return { facts, texts: out.texts, parts: out.parts, leftovers, placed };
}

/** The zones with what stands before the first heading in the preface and the overview. */
function withOpening(found: Zones): Zones {
  const { preface, overview } = splitOpening(found.get('opening') ?? []);
  const zones = new Map(found);
  if (preface.length > 0) zones.set('preface', preface);
  if (overview.length > 0) zones.set('overview', [...overview, ...(zones.get('overview') ?? [])]);
  return zones;
}

/** The zones without large tables and the prose beyond the limit, which `out` keeps as leftovers. */
function withinLimits(zones: Zones, out: Collector): Zones {
  const isTooMuch = overLimit();
  return new Map(
    [...zones].map(([zone, prose]) => {
      const tooMuch = new Set(prose.filter((piece) => isLarge(piece) || isTooMuch(piece)));
      out.leave([...tooMuch]);
      return [zone, prose.filter((piece) => !tooMuch.has(piece))];
    }),
  );
}

/** The names and days that differ from those that were taken as facts. */
function notTold(dated: readonly DatedLine[], facts: readonly ImportedFact[]): Unplaced[] {
  const values = new Set(facts.map(({ value }) => value));
  const isTold = (word: string | undefined) => word === undefined || values.has(word);
  return dated.filter(({ day, name }) => !isTold(day) || !isTold(name)).map(({ text, place }) => ({ text, place }));
}

const linesOf = (prose: Prose = []): PublishedLine[] => prose.filter((piece) => piece.kind === 'text');

/** Page numbers, tables of details, what the file marks, and page headers other than the first that is a title. */
function furnitureIn(pieces: readonly PublishedPiece[]): ReadonlySet<PublishedPiece> {
  const headers = pageHeaders(pieces);
  const seen = new Set<string>();
  const found = pieces.filter((piece) => {
    if (piece.kind !== 'text') return piece.kind === 'grid' && isDetails(piece);
    if (piece.furniture || furnitureOf(piece) === 'page') return true;
    const { text } = piece.squeezed;
    if (!headers.has(text)) return false;
    const isFirst = !seen.has(text);
    seen.add(text);
    return !isFirst || readTitle(piece.text) === undefined;
  });
  return new Set(found);
}

/** A table of the prose has no more cells. */
const CELLS = 1000;

const isLarge = (piece: PublishedPiece): piece is OtherTable =>
  piece.kind === 'grid' && piece.grid.rows * piece.grid.columns > CELLS;

/** The prose of a report has no more characters: a report file with twice as many is not read. */
const CHARACTERS = 150_000;

/** Tells of one piece after the other whether the prose gets too long with it. */
function overLimit(): (piece: PublishedLine | OtherTable) => boolean {
  let length = 0;
  return (piece) => {
    length += piece.kind === 'grid' ? rowsOf(piece.grid).length : lineOf(piece).length;
    return length > CHARACTERS;
  };
}

const SENTENCE = /[。；！？]/u;

/** The value of a detail is not longer. */
const VALUE = 60;

/** A label and its value in two lines as one line: 发布日期：2024年1月22日 */
function withLabels(pieces: readonly PublishedPiece[]): PublishedPiece[] {
  const joined: PublishedPiece[] = [];
  for (const piece of pieces) {
    const above = joined.at(-1);
    const isValue = piece.kind === 'text' && piece.text.length <= VALUE && piece.number === undefined;
    const label = above?.kind === 'text' ? above : undefined;
    const isDetail = isValue && isLabelAlone(label?.squeezed.text ?? '') && !isLabelAlone(piece.squeezed.text);
    if (label && piece.kind === 'text' && (isDetail || isCorrectionLabel(label)))
      joined[joined.length - 1] = textLine(label.text + piece.text, label.place);
    else joined.push(piece);
  }
  return joined;
}

class Collector {
  readonly texts: ImportedText[] = [];
  readonly parts = new Map<ProseSection, readonly ImportedPart[]>();
  readonly leftovers: Unplaced[] = [];
  readonly #labels: ReadonlySet<string>;

  constructor(form: FormDef) {
    this.#labels = formTexts(form);
  }

  /** Whether a table that was not read has mostly labels of the form. */
  #isOfForm({ grid }: OtherTable): boolean {
    const texts = grid.cells.filter(({ text }) => text.trim() !== '');
    return texts.filter(({ text }) => this.#labels.has(plainLabel(text))).length * 2 >= texts.length;
  }

  /** Whether a line is nothing but a label of the form: a table can be cut at its bands. */
  #isLabel({ text }: PublishedLine): boolean {
    return this.#labels.has(plainLabel(text));
  }

  text(path: string, prose: Prose): void {
    const [first] = prose;
    const text = markdownOf(prose);
    if (first && text !== '') this.texts.push({ path, text, place: first.place });
  }

  section(key: ProseSection, prose: Prose): void {
    const { before, parts } = partsOf(prose, key);
    this.text(`${key}.text`, before);
    if (parts.length > 0) this.parts.set(key, parts);
  }

  /**
   * Prose above and below a table, and its note. A table there may be a part of the form that was not understood, and so may
   * lines without a sentence be, if the table itself is missing.
   */
  besideTable(key: string, zones: ReadonlyMap<string, Prose>, isMissing: boolean): void {
    const isProse = (piece: Prose[number]) =>
      piece.kind === 'text'
        ? !this.#isLabel(piece) && (!isMissing || SENTENCE.test(piece.text))
        : !isMissing && !this.#isOfForm(piece);
    const all = ['text_above', 'text_below'].map((zone) => zones.get(`${key}.${zone}`) ?? []);
    const [above, below] = all.map((prose) => prose.filter(isProse));
    const notes = linesOf(below).filter(({ text }) => NOTE.test(text));
    this.text(`${key}.text_above`, above ?? []);
    const [first] = notes;
    const footnote = notes.map(({ text }) => escaped(text.replace(NOTE, ''))).join(' ');
    if (first && footnote !== '') this.texts.push({ path: `${key}.footnote`, text: footnote, place: first.place });
    this.text(
      `${key}.text_below`,
      (below ?? []).filter((piece) => !notes.some((note) => note === piece)),
    );
    this.leave(all.flat().filter((piece) => !isProse(piece)));
  }

  leave(prose: Prose): void {
    for (const piece of prose) {
      if (piece.kind === 'text' && this.#isLabel(piece)) continue;
      const text = piece.kind === 'grid' ? rowsOf(piece.grid) : piece.text;
      this.leftovers.push({ text, place: piece.place });
    }
  }
}
