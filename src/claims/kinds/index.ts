import { change } from './change.ts';
import { conclusion } from './conclusion.ts';
import { count } from './count.ts';
import { existence } from './existence.ts';
import { flow, outcomes } from './flow.ts';
import type { Kind } from './kind.ts';
import { list } from './list.ts';
import { rank } from './rank.ts';
import { share } from './share.ts';

/** All kinds of statements. A figure that none of them reads is `unread`. */
export const KINDS: readonly Kind[] = [count, share, change, conclusion, existence, list, outcomes, flow, rank];
