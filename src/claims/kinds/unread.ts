import type { Mention } from '../reading.ts';
import type { Statement, Unread } from '../statement.ts';

/** How many characters before a figure are shown, so that readers can identify it. */
const SHOWN = 15;

/** The figures that no statement is about, each with the reason. */
export function unreadIn(mentions: readonly Mention[], statements: readonly Statement[]): Unread[] {
  const read = new Set(statements.flatMap(figuresOf));
  return mentions.filter(({ figure }) => !read.has(figure)).map(unreadOf);
}

/** The figures that a statement compares. */
export function figuresOf(statement: Statement): readonly unknown[] {
  switch (statement.kind) {
    case 'count':
    case 'share':
    case 'unread':
      return [statement.figure];
    case 'change':
      return [statement.figure, statement.base];
    case 'list':
      return [statement.whole, ...statement.parts];
    case 'outcomes':
      return statement.parts;
    case 'flow':
      return [statement.came.figure, statement.over, statement.finished, statement.forward];
    case 'conclusion':
      return [];
  }
}

function unreadOf({ figure, left, doubts }: Mention): Unread {
  const start = Math.max(left[0]?.start ?? figure.start, figure.start - SHOWN);
  return {
    kind: 'unread',
    figure,
    start: Math.min(start, figure.start),
    end: figure.end,
    doubts: doubts.length > 0 ? doubts : [figure.about ? { reason: 'round' } : { reason: 'nothing' }],
  };
}
