import { SECTION_KEYS } from '../../form/section-keys.ts';
import { type Heading, headingsIn, isInContents } from './headings.ts';
import type { PublishedLine, PublishedPiece } from './pieces.ts';

/** A heading and the index of its piece. */
export interface FoundHeading extends Heading {
  readonly at: number;
}

/** Where the parts of a report begin. */
export interface Sections {
  /** The heading of each section, by its number from 0; undefined if it is missing. */
  readonly headings: readonly (FoundHeading | undefined)[];
  /** The first and last piece of each table, by the number of its section. */
  readonly tables: ReadonlyMap<number, { readonly first: number; readonly last: number }>;
  /** The pieces that are a table of contents. */
  readonly contents: ReadonlySet<number>;
}

/** Finds the headings of the six sections, by their words, their numbers and the place of the tables. */
export function findSections(pieces: readonly PublishedPiece[]): Sections {
  const tables = placesOf(pieces);
  const all = pieces.flatMap((piece, at) =>
    piece.kind === 'text' ? headingsIn(piece).map((heading): FoundHeading => ({ ...heading, at })) : [],
  );
  const contents = contentsIn(pieces, all);
  const search = new Search(
    pieces,
    all.filter(({ at }) => !contents.has(at)),
    tables,
  );
  return { headings: search.headings(), tables, contents };
}

type Tables = Sections['tables'];

function placesOf(pieces: readonly PublishedPiece[]): Tables {
  const places = new Map<number, { first: number; last: number }>();
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind !== 'form') continue;
    const section = SECTION_KEYS.indexOf(piece.table);
    places.set(section, { first: places.get(section)?.first ?? at, last: at });
  }
  return places;
}

/** A part of a section in a table of contents: （一）主动公开 */
const isEntry = (piece: PublishedPiece): boolean =>
  piece.kind === 'text' && piece.number !== undefined && piece.text.length <= 25 && !/[。，；]/u.test(piece.text);

/** So many headings without a text between them are a table of contents, if they come again. */
const IN_CONTENTS = 3;

function contentsIn(pieces: readonly PublishedPiece[], all: readonly FoundHeading[]): Set<number> {
  const lines = new Set(pieces.flatMap((piece, at) => (piece.kind === 'text' && isInContents(piece) ? [at] : [])));
  const last = new Map<number, number>();
  for (const { section, at, official, rest } of all) if (official && rest === '') last.set(section, at);
  let run: FoundHeading[] = [];
  const end = () => {
    const [first, last] = [run[0]?.at ?? 0, run.at(-1)?.at ?? -1];
    if (run.length >= IN_CONTENTS) for (let at = first; at <= last; at++) lines.add(at);
  };
  const comesAgain = ({ section, at, official, rest }: FoundHeading) =>
    official && rest === '' && (last.get(section) ?? -1) > at;
  for (const heading of all.filter(comesAgain)) {
    const above = run.at(-1);
    if (above && heading.section > above.section && pieces.slice(above.at + 1, heading.at).every(isEntry))
      run.push(heading);
    else {
      end();
      run = [heading];
    }
  }
  end();
  return lines;
}

/** The least fit of a heading of a table, and of one that only its words tell. */
const LEAST_OF_TABLE = 2.25;
const LEAST = 2;

class Search {
  readonly #pieces: readonly PublishedPiece[];
  readonly #all: readonly FoundHeading[];
  readonly #tables: Tables;
  readonly #found: (FoundHeading | undefined)[] = new Array(6).fill(undefined);

  constructor(pieces: readonly PublishedPiece[], all: readonly FoundHeading[], tables: Tables) {
    this.#pieces = pieces;
    this.#all = all;
    this.#tables = tables;
  }

  headings(): (FoundHeading | undefined)[] {
    // The overview ends where the headings of the tables begin, so these come first.
    for (const section of [1, 2, 3]) this.#found[section] = this.#ofTable(section);
    const overviewEnd = this.#firstOf([1, 2, 3]);
    this.#found[0] = bestOf(
      this.#in(0, -1, overviewEnd).filter((one) => one.fit >= LEAST && !this.#isOneOfMany(one, overviewEnd)),
      // The report of another year can stand above.
      true,
    );
    // The tables can also stand behind the texts.
    const below = this.#lastBefore(4);
    this.#found[4] =
      this.#best(4, below, Number.POSITIVE_INFINITY, LEAST) ?? this.#official(4, this.#found[0]?.at ?? -1);
    const from = Math.max(this.#lastBefore(5), this.#found[4]?.at ?? -1);
    this.#found[5] =
      this.#best(5, from, Number.POSITIVE_INFINITY, LEAST) ??
      this.#official(5, this.#found[4]?.at ?? this.#found[0]?.at ?? -1);
    return this.#found;
  }

  #ofTable(section: number): FoundHeading | undefined {
    const own = this.#tables.get(section)?.first;
    if (own === undefined) {
      const to = this.#firstOf([2, 3].filter((one) => one > section));
      return this.#official(section, this.#lastBefore(section), to);
    }
    // The tables can be in any order.
    const from = Math.max(-1, ...[...this.#tables.values()].map(({ last }) => last).filter((last) => last < own));
    const fits = this.#in(section, from, own).filter(
      (heading) => heading.fit >= LEAST_OF_TABLE && (heading.official || this.#leadsTo(heading, own)),
    );
    return bestOf(fits, true);
  }

  /** 一、 is no section if 二、 follows before the tables: then the overview has numbers of its own. */
  #isOneOfMany({ at, byNumber }: FoundHeading, end: number): boolean {
    return byNumber && this.#has(at + 1, end, (line) => line.number?.style === 'top');
  }

  /** Whether a heading in other words is the one next to its table. */
  #leadsTo({ at, byNumber }: FoundHeading, table: number): boolean {
    const line = this.#pieces[at] as PublishedLine;
    if (byNumber) return at + 1 === table;
    return !this.#has(at + 1, table, (other) => isLike(other, line) && headingsIn(other).length > 0);
  }

  #has(from: number, to: number, test: (line: PublishedLine) => boolean): boolean {
    for (let at = from; at < Math.min(to, this.#pieces.length); at++) {
      const piece = this.#pieces[at];
      if (piece?.kind === 'text' && test(piece)) return true;
    }
    return false;
  }

  #best(section: number, from: number, to: number, least: number): FoundHeading | undefined {
    return bestOf(
      this.#in(section, from, to).filter(({ fit }) => fit >= least),
      false,
    );
  }

  #official(section: number, from: number, to = Number.POSITIVE_INFINITY): FoundHeading | undefined {
    return bestOf(
      this.#in(section, from, to).filter(({ official, fit }) => official && fit >= LEAST_OF_TABLE),
      false,
    );
  }

  #in(section: number, from: number, to: number): FoundHeading[] {
    return this.#all.filter((one) => one.section === section && one.at > from && one.at < to);
  }

  /** The last piece of the tables and headings of the sections before this one. */
  #lastBefore(section: number): number {
    const tables = [...this.#tables].filter(([one]) => one < section).map(([, { last }]) => last);
    return Math.max(-1, ...tables, this.#lastHeading(section));
  }

  #lastHeading(section: number): number {
    return Math.max(-1, ...this.#found.slice(0, section).map((heading) => heading?.at ?? -1));
  }

  #firstOf(sections: readonly number[]): number {
    const places = sections.flatMap((section) => [
      this.#found[section]?.at ?? Number.POSITIVE_INFINITY,
      this.#tables.get(section)?.first ?? Number.POSITIVE_INFINITY,
    ]);
    return Math.min(Number.POSITIVE_INFINITY, ...places);
  }
}

const isLike = (one: PublishedLine, other: PublishedLine): boolean =>
  one.number?.style === other.number?.style && (one.level === undefined) === (other.level === undefined);

function bestOf(headings: readonly FoundHeading[], lastOfEqual: boolean): FoundHeading | undefined {
  return headings.reduce<FoundHeading | undefined>(
    (best, one) => (!best || one.fit > best.fit || (lastOfEqual && one.fit === best.fit) ? one : best),
    undefined,
  );
}
