/** The differences of two reports as a document for people: what every format prints, each in its own way. */
export interface DiffDocument {
  readonly title: string;
  /** How much differs, in one sentence. */
  readonly summary: string;
  readonly notes: readonly string[];
  readonly sections: readonly DiffSection[];
}

export interface DiffSection {
  readonly title: string;
  /** Details that are not needed at first sight. */
  readonly isFolded: boolean;
  readonly content: DiffTable | readonly DiffItem[];
}

/** A table; its first column is a name, the others are values. */
export interface DiffTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly DiffCell[])[];
}

export interface DiffCell {
  readonly text: string;
  readonly tone?: Tone | undefined;
}

/** An item of a list, with the place that it is about. */
export interface DiffItem {
  readonly place: string;
  readonly words: readonly DiffPiece[];
}

export interface DiffPiece {
  readonly text: string;
  readonly tone?: Tone | undefined;
}

/** What a text is: taken out, put in, or worth a look. */
export type Tone = 'removed' | 'added' | 'alert';

export type DiffView = 'years' | 'list';

/** The number of rows or items. */
export const sizeOf = (content: DiffSection['content']): number => ('rows' in content ? content.rows : content).length;
