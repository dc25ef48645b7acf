import { boxOf, type Part, type PartLine } from './parts.ts';

/** Words of a header in one or more lines, with the columns that they stand over. */
interface HeaderBlock {
  readonly parts: readonly Part[];
  readonly from: number;
  readonly to: number;
  readonly top: number;
}

/** Part of the height of the letters: more room is between two cells. */
const ROOM = 0.6;

/**
 * The rows of a header from top to bottom: what is lowest in its columns is the last row, however many lines it has, and
 * what stands above is in rows of its own.
 */
export function headerRows(
  header: readonly PartLine[],
  columnsUnder: (part: Part) => readonly [number, number],
): HeaderBlock[][] {
  const blocks: HeaderBlock[] = [];
  for (const part of header.flatMap(({ parts }) => parts)) {
    const index = blocks.findLastIndex((block) => isBelow(block, part));
    const above = blocks[index];
    const [from, to] = columnsUnder(part);
    if (above)
      blocks[index] = {
        ...above,
        parts: [...above.parts, part],
        from: Math.min(above.from, from),
        to: Math.max(above.to, to),
      };
    else blocks.push({ parts: [part], from, to, top: part.middle });
  }
  const isLowest = (block: HeaderBlock) =>
    blocks.every(
      (other) => other === block || other.top <= block.top || other.to < block.from || other.from > block.to,
    );
  const lowest = blocks.filter(isLowest);
  const rows: HeaderBlock[][] = [];
  for (const block of blocks.filter((one) => !lowest.includes(one)).sort((a, b) => a.top - b.top)) {
    const row = rows.at(-1);
    if (row && block.top - (row[0] as HeaderBlock).top < (block.parts[0] as Part).size / 2) row.push(block);
    else rows.push([block]);
  }
  return lowest.length > 0 ? [...rows, lowest] : rows;
}

/** Whether words are the next line of the same cell: close below, and in line with it at one side or in the middle. */
function isBelow({ parts }: HeaderBlock, part: Part): boolean {
  const last = parts.at(-1) as Part;
  const [all, own] = [boxOf(parts), part.box];
  const sides = [all.left - own.left, all.right - own.right, (all.left + all.right - own.left - own.right) / 2];
  const room = own.top - last.box.bottom;
  return (
    room > -ROOM * part.size &&
    room < ROOM * part.size &&
    part.middle - last.middle > part.size / 2 &&
    sides.some((one) => Math.abs(one) < 1)
  );
}
