import type { RowCell } from '../office/grid.ts';
import type { RowDefinition } from '../office/row-edges.ts';
import { type PropertyRun, TABLE_DEFINITION } from './properties.ts';

const VERTICAL_MERGE = 0xd62b;
const JOIN = 0x5624;
/** The definition of a row in the properties of its end mark. */
export function rowOf(properties: PropertyRun): RowDefinition {
  const edges: number[] = [];
  const merges: { joined: boolean; merge: RowCell['merge'] }[] = [];
  for (const { code, operand } of properties.modifiers) {
    if (code === TABLE_DEFINITION && operand.length > 0) {
      const count = operand[0] ?? 0;
      const cells = 1 + (count + 1) * 2;
      if (operand.length < cells) continue;
      edges.length = merges.length = 0;
      for (let edge = 0; edge <= count; edge++) edges.push(operand.readInt16LE(1 + edge * 2));
      for (let cell = 0; cell < count; cell++) {
        const at = cells + cell * 20;
        const flags = at + 2 <= operand.length ? operand.readUInt16LE(at) : 0;
        merges.push({ joined: (flags & 3) === 1, merge: mergeOf((flags >> 5) & 3) });
      }
    } else if (code === VERTICAL_MERGE && operand.length >= 2) {
      const cell = merges[operand[0] ?? 0];
      if (cell) cell.merge = mergeOf((operand[1] ?? 0) & 3);
    } else if (code === JOIN && operand.length >= 2)
      for (let cell = (operand[0] ?? 0) + 1; cell < (operand[1] ?? 0); cell++) {
        const joined = merges[cell];
        if (joined) joined.joined = true;
      }
  }
  return { edges, merges };
}

const mergeOf = (flags: number): RowCell['merge'] => (flags === 3 ? 'start' : flags === 1 ? 'below' : undefined);
