import { say, type Text } from '../../diagnostics/text.ts';
import type { Equation } from '../../form/equations.ts';
import { type Cell, shortName } from '../../report/cell.ts';
import type { Report } from '../../report/report.ts';
import { type CellMap, sidesOf } from './sides.ts';

/** A number that was probably written one column beside its own: the only two broken columns differ by it, each the other way. */
export interface SlippedNumber {
  /** The column that it is in, and the column where it is missing. */
  readonly equations: readonly [Equation, Equation];
  readonly cell: Cell;
  readonly hint: Text;
}

/** Finds the number that, moved to the other of two broken columns of the same identity, makes both hold, if it is the only one whose row has nothing there. */
export function slippedNumber(
  { cells, equations: all }: Pick<Report, 'cells' | 'equations'>,
  broken: readonly Equation[],
): SlippedNumber | undefined {
  const columns = broken.filter(({ derived }) => !derived);
  const [one, other] = columns;
  if (!one || !other || columns.length > 2 || one.identity !== other.identity || one.identity.across === 'rows')
    return undefined;
  const [more, less] = [excessOf(cells, one), excessOf(cells, other)];
  if (more === undefined || less === undefined || more === 0 || more + less !== 0) return undefined;
  // The left of one column has too much, or the right of the other.
  const [left, right] = more > 0 ? [one, other] : [other, one];
  const amount = Math.abs(more);
  // A total that was left out stands for its rows.
  const writtenIn = (paths: readonly string[]) =>
    paths.flatMap((path) => {
      const sum = all.find(
        ({ identity, left }) => identity.definesLeft && identity.across === 'columns' && left[0] === path,
      );
      return sum && cells.get(path)?.state === 'computed' ? sum.right : [path];
    });
  const found = [
    ...writtenIn(left.left).map((path) => ({ path, equations: [left, right] as const })),
    ...writtenIn(right.right).map((path) => ({ path, equations: [right, left] as const })),
  ].flatMap(({ path, equations }) => {
    const cell = cells.get(path);
    const there = cells.get(path.replace(/[^.]+$/, columnOf(equations[1])));
    return cell?.state === 'stated' && cell.value === amount && there?.value === 0 ? [{ cell, equations }] : [];
  });
  const [first] = found;
  if (!first || found.length > 1) return undefined;
  const { cell, equations } = first;
  const [, { subject }] = equations;
  const hint = say(
    `“${shortName(cell)}”的 ${cell.text} 是不是该填在“${subject}”一列？这两列正好一多一少`,
    `Does the ${cell.text} in ${shortName(cell)} belong in the column ${subject}? One of these columns has just as many too many as the other has too few`,
  );
  return { ...first, hint };
}

/** The key of the column in which an equation holds. */
const columnOf = ({ left: [first = ''] }: Equation): string => first.slice(first.lastIndexOf('.') + 1);

/** How much more the left side is than the right; undefined if a number is not known. */
function excessOf(cells: CellMap, equation: Equation): number | undefined {
  const { left, right } = sidesOf(cells, equation);
  return left.unknown.length + right.unknown.length === 0 ? left.sum - right.sum : undefined;
}
