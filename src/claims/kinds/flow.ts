import type { Figure } from '../lex/figures.ts';
import type { Mention } from '../mention.ts';
import { GROUPS } from '../quantity.ts';
import type { Flow, Outcomes } from '../statement.ts';
import type { Kind } from './kind.ts';

/** 新收46件，上年结转3件，办结47件，结转下年2件; and all outcomes of a sentence, which add up to those concluded. */
export const outcomes: Kind = {
  kind: 'outcomes',
  needs: ['figure'],
  read: ({ mentions }) => outcomesIn(certainOf(mentions)),
  examples: [
    {
      text: '予以公开20件，部分公开5件，不予公开3件，无法提供11件，不予处理1件，其他处理1件。',
      reads: '20件,部分公开5件,不予公开3件,无法提供11件,不予处理1件,其他处理1件',
    },
    {
      text: '县城管大队予以公开2件，部分公开5件，不予公开3件，无法提供1件，不予处理1件，其他处理1件。',
      silent: 'body',
    },
  ],
};

export const flow: Kind = {
  kind: 'flow',
  needs: ['figure'],
  read: ({ mentions }) => balanceIn(certainOf(mentions)),
  examples: [
    { text: '新收申请40件，上年结转3件，办结41件，结转下年度2件。', reads: '40件,上年结转3件,办结41件,结转下年度2件' },
    { text: '县城管大队新收申请12件，上年结转1件，办结12件，结转下年度1件。', silent: 'body' },
  ],
};

/** Both kinds have so many figures. */
const FEWEST = 3;

/** The figures whose meaning is certain. If a sentence says a number twice, it is not clear which of the two is meant. */
function certainOf(mentions: readonly Mention[]): readonly Mention[] {
  if (mentions.length < FEWEST) return [];
  const exact = mentions.filter(
    ({ quantity, figure, doubts }) => quantity && !figure.about && !doubts.some(({ soft }) => !soft),
  );
  const keys = exact.map(({ quantity }) => JSON.stringify(quantity));
  return new Set(keys).size < keys.length ? [] : exact;
}

const eventOf = (mentions: readonly Mention[], ...events: readonly string[]): Mention | undefined =>
  mentions.find(({ quantity }) => quantity?.about === 'requests' && events.includes(quantity.event));

function place(figures: readonly Figure[]): { start: number; end: number } {
  return { start: Math.min(...figures.map(({ start }) => start)), end: Math.max(...figures.map(({ end }) => end)) };
}

function outcomesIn(mentions: readonly Mention[]): Outcomes[] {
  const outcomes = mentions.filter(({ quantity }) => quantity?.about === 'outcomes');
  const named = new Set(outcomes.flatMap(({ quantity }) => (quantity?.about === 'outcomes' ? quantity.rows : [])));
  if (outcomes.length < 3 || !GROUPS.every((group) => named.has(group) || group === 'partially_disclosed')) return [];
  if ([...named].some((row) => row.includes('.'))) return [];
  const forward = eventOf(mentions, 'carried_forward');
  const totals = ['finished', 'answered', 'handled', 'received', 'new'].flatMap(
    (event) => eventOf(mentions, event) ?? [],
  );
  const parts = outcomes.map(({ figure }) => figure);
  return [
    {
      kind: 'outcomes',
      parts,
      totals: totals.map(({ figure }) => figure),
      ...(forward && { forward: forward.figure }),
      ...place(parts),
    },
  ];
}

function balanceIn(mentions: readonly Mention[]): Flow[] {
  const came = eventOf(mentions, 'handled') ?? eventOf(mentions, 'received') ?? eventOf(mentions, 'new');
  const finished = eventOf(mentions, 'finished') ?? eventOf(mentions, 'answered');
  const carried = eventOf(mentions, 'carried');
  const forward = eventOf(mentions, 'carried_forward') ?? (eventOf(mentions, 'carried_over') && carried);
  const over = eventOf(mentions, 'carried_over') ?? (forward && carried);
  if (!came || !finished || !forward || came.quantity?.about !== 'requests') return [];
  const all = [came, over, finished, forward].flatMap((one) => one ?? []);
  const { event } = came.quantity;
  return [
    {
      kind: 'flow',
      came: { figure: came.figure, event: event as Flow['came']['event'] },
      ...(over && { over: over.figure }),
      finished: finished.figure,
      forward: forward.figure,
      quantities: all.map(({ quantity }) => quantity),
      ...place(all.map(({ figure }) => figure)),
    },
  ];
}
