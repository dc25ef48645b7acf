/** An item that is the row or column of a target. */
export interface Pair {
  readonly item: number;
  readonly target: number;
  readonly score: number;
}

interface Step extends Pair {
  readonly total: number;
  readonly before?: Step;
}

/** What it costs to go on in another part: a table in one piece is preferred to one in two. */
const OTHER_PART = 0.4;

/**
 * Pairs items with targets so that both are in order and the scores add up to most. `score` returns 0 for what does not
 * fit; `part` names the part of the document in which an item is.
 */
export function align(
  items: number,
  targets: number,
  score: (item: number, target: number) => number,
  part: (item: number) => unknown = () => 0,
): Pair[] {
  // The best way that ends with each target: in the current part, and in all before.
  let here: (Step | undefined)[] = new Array(targets);
  const anywhere: (Step | undefined)[] = new Array(targets);
  let current: unknown;
  for (let item = 0; item < items; item++) {
    if (part(item) !== current) here = new Array(targets);
    current = part(item);
    const found = stepsOf(item, { here, anywhere, score });
    for (const step of found) {
      here[step.target] = better(here[step.target], step);
      anywhere[step.target] = better(anywhere[step.target], step);
    }
  }
  const last = anywhere.reduce((best, step) => (step ? better(best, step) : best), undefined);
  return wayTo(last);
}

function stepsOf(
  item: number,
  {
    here,
    anywhere,
    score,
  }: {
    readonly here: readonly (Step | undefined)[];
    readonly anywhere: readonly (Step | undefined)[];
    readonly score: (item: number, target: number) => number;
  },
): Step[] {
  const steps: Step[] = [];
  let before: Step | undefined;
  let gain = 0;
  for (let target = 0; target < here.length; target++) {
    const own = score(item, target);
    if (own > 0) steps.push({ item, target, score: own, total: own + gain, ...(before && { before }) });
    for (const [step, cost] of [
      [here[target], 0],
      [anywhere[target], OTHER_PART],
    ] as const)
      if (step && step.total - cost > gain) [before, gain] = [step, step.total - cost];
  }
  return steps;
}

const better = (one: Step | undefined, other: Step): Step => (one && one.total >= other.total ? one : other);

function wayTo(last: Step | undefined): Pair[] {
  const way: Pair[] = [];
  for (let step = last; step; step = step.before)
    way.unshift({ item: step.item, target: step.target, score: step.score });
  return way;
}
