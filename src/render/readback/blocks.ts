import { LOOKALIKES, plainCharacter } from '../../writing/lookalikes.ts';

/** A piece of what a finished file shows, in reading order. */
export interface Block {
  /** `text` is everything else: paragraphs, lists, facts, notes. */
  readonly kind: 'heading' | 'cell' | 'text';
  /** As it stands in the file. */
  readonly text: string;
  /** The cell of the report, where the file says it. */
  readonly path?: string;
  /** Level of a heading, from 1. */
  readonly level?: number;
  /** Tables that hold cells are numbered from 1, as they stand. */
  readonly table?: number;
}

/** What a label says when it is printed again at the top of a page. */
const CONTINUED = /（续）$/u;

/** Without what a reader doesn't see, and line breaks, which are another on paper. */
export const visible = (text: string): string => text.replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, '');

/** Punctuation that one glyph of our fonts draws, so that a PDF gives one for the other: the first of each group for all. */
const ALIKE = new Map(
  '-\u2011 ‒– ·•‧・ …⋯ 〜～ ‵｀ ∕／ ①➀ ②➁ ③➂ ④➃ ⑤➄ ⑥➅ ⑦➆ ⑧➇ ⑨➈ ⑩➉'
    .split(' ')
    .flatMap(([first = '', ...others]) => others.map((other) => [other, first] as const)),
);

/** A text as it looks: the same for texts that paper can't tell apart. */
export const looks = (text: string): string =>
  Array.from(text.replace(LOOKALIKES, plainCharacter), (char) => ALIKE.get(char) ?? char).join('');

/**
 * The same content however it was broken up: text between headings and cells is one piece, as a page may end in it;
 * empty pieces and labels that are printed again on a further page are none.
 */
export function joined(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    const text = visible(block.text);
    const last = result.at(-1);
    if (text === '' || (block.kind === 'cell' && CONTINUED.test(text))) continue;
    if (block.kind === 'text' && last?.kind === 'text') result[result.length - 1] = { ...last, text: last.text + text };
    else result.push({ ...block, text });
  }
  return result;
}
