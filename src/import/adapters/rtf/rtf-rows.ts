import type { RowCell } from '../office/grid.ts';
import type { RowDefinition } from '../office/row-edges.ts';

/** Collects the definition of a row from its control words. */
export class RowWords {
  private edges: number[] = [];
  private merges: { joined: boolean; merge: RowCell['merge'] }[] = [];
  private cell: { joined: boolean; merge: RowCell['merge'] } = { joined: false, merge: undefined };
  private left = 0;

  /** Takes a control word; words of other things are ignored. */
  take(word: string, value: number | undefined): void {
    if (word === 'trowd') {
      this.edges = [];
      this.merges = [];
      this.cell = { joined: false, merge: undefined };
      this.left = 0;
    } else if (word === 'trleft') this.left = value ?? 0;
    else if (word === 'clvmgf') this.cell.merge = 'start';
    else if (word === 'clvmrg') this.cell.merge = 'below';
    else if (word === 'clmrg') this.cell.joined = true;
    else if (word === 'cellx') {
      this.edges.push(value ?? 0);
      this.merges.push(this.cell);
      this.cell = { joined: false, merge: undefined };
    }
  }

  /** The row as it is defined now. */
  definition(): RowDefinition {
    return { edges: [Math.min(this.left, (this.edges[0] ?? 0) - 1), ...this.edges], merges: this.merges };
  }
}
