import { LOOKALIKES, plainCharacter } from '../../writing/lookalikes.ts';

/** A heading, table cell or text of a finished file. Lists of blocks are in reading order. */
export interface Block {
  /** `text` is everything else: paragraphs, list items, dates, notes. */
  readonly kind: 'heading' | 'cell' | 'text';
  /** The text as in the file. */
  readonly text: string;
  /** The path of the cell in the report, if the file has it. */
  readonly path?: string;
  /** The level of a heading, from 1. */
  readonly level?: number;
  /** The number of the table of a cell, from 1. */
  readonly table?: number;
  /** The id of the chart that the text belongs to: `chart-1`. */
  readonly chart?: string;
}

/** A block with the texts that were joined to it. */
export interface JoinedBlock extends Block {
  /** Where the texts of charts are in it. */
  readonly charts: readonly { readonly from: number; readonly to: number; readonly chart: string }[];
}

/** The suffix of a label that is repeated at the top of a page. */
const CONTINUED = /（续）$/u;

/** Removes invisible characters and white space, because lines break differently on paper. */
export const visible = (text: string): string => text.replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, '');

/**
 * Characters that share a glyph in the bundled fonts or others like them, so a PDF cannot tell them apart: each is replaced
 * by the first.
 */
const ALIKE = new Map(
  '-\u2011 ‒– ·•‧・ …⋯ 〜～ ‵｀ ∕／ ①➀ ②➁ ③➂ ④➃ ⑤➄ ⑥➅ ⑦➆ ⑧➇ ⑨➈ ⑩➉ 〈\u2329 〉\u232a 胶㬵'
    .split(' ')
    .flatMap(([first = '', ...others]) => others.map((other) => [other, first] as const)),
);

/** A normalized text: equal for texts that look the same on paper. */
export const looks = (text: string): string =>
  text.replace(LOOKALIKES, plainCharacter).replace(ALIKES, (char) => ALIKE.get(char) ?? char);

const ALIKES = new RegExp(`[${[...ALIKE.keys()].join('')}]`, 'gu');

/**
 * Joins all text between two headings or cells, because a page can end within it. Removes empty blocks and labels that
 * are repeated on another page.
 */
export function joined(blocks: readonly Block[]): JoinedBlock[] {
  const result: JoinedBlock[] = [];
  for (const block of blocks) {
    const text = visible(block.text);
    const last = result.at(-1);
    if (text === '' || (block.kind === 'cell' && CONTINUED.test(text))) continue;
    const { chart } = block;
    const from = block.kind === 'text' && last?.kind === 'text' ? last.text.length : 0;
    const charts = chart === undefined ? [] : [{ from, to: from + text.length, chart }];
    if (block.kind === 'text' && last?.kind === 'text') {
      result[result.length - 1] = { ...last, text: last.text + text, charts: [...last.charts, ...charts] };
    } else result.push({ ...block, text, charts });
  }
  return result;
}
