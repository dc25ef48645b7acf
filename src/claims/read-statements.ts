import { textIn } from '../report/access.ts';
import type { Report } from '../report/report.ts';
import { KINDS } from './kinds/index.ts';
import type { SentenceRead } from './kinds/kind.ts';
import { NEEDED_FOR_UNREAD, unreadIn } from './kinds/unread.ts';
import { type Sentence, sentencesOf } from './lex/sentences.ts';
import type { Token } from './lex/token.ts';
import type { Speaker } from './lex/whose.ts';
import type { Mention } from './mention.ts';
import { type Fold, foldText } from './reading.ts';
import type { Statement } from './statement.ts';

/** A sentence with more figures or clauses is a table in words; it is not clear which words belong to which figure. */
const MOST_FIGURES = 150;
const MOST_ITEMS = 400;

/** The facts about a report that its words depend on. */
export const speakerOf = (report: Report): Speaker => ({
  year: report.year,
  agency: report.agencyName,
  aggregate: textIn(report.data, 'agency.scope') === 'aggregate',
});

/**
 * Reads what the tokens of a text say, in the order of its sentences. `section` is the key of the section: beside a table, it
 * is what the table counts. Takes linear time.
 */
export function readTokens(tokens: readonly Token[], { aggregate }: Speaker, section?: string): Statement[] {
  const folds = foldText(sentencesOf(tokens), section, aggregate);
  let earlier: readonly Mention[] = [];
  return folds.flatMap((fold) => {
    const mentions = mentionsIn(fold);
    if (mentions.length > MOST_FIGURES || fold.items.length > MOST_ITEMS) {
      earlier = [];
      return unreadIn({ items: fold.items, mentions, earlier }, []);
    }
    const statements = statementsIn({ items: fold.items, mentions, earlier }, fold.sentence);
    // 从渠道看……。从内容看……: both are lists of the same number.
    earlier = fold.sentence.isLast ? [] : startsWithParts(fold) ? earlier : mentions;
    return statements;
  });
}

const mentionsIn = ({ items }: Fold): Mention[] => items.filter((item): item is Mention => item.is === 'mention');

const startsWithParts = ({ items: [first] }: Fold): boolean =>
  first !== undefined && (first.is === 'tail' ? first.tokens : first.left).some(({ role }) => role === 'parts');

function statementsIn(read: SentenceRead, { roles }: Sentence): Statement[] {
  const isThere = (role: Token['role']) => roles.has(role);
  const kinds = KINDS.filter(({ needs }) => needs.some(isThere));
  if (kinds.length === 0 && !NEEDED_FOR_UNREAD.some(isThere)) return [];
  const found = kinds.flatMap((kind) => kind.read(read));
  return [...found, ...unreadIn(read, found)].sort((a, b) => a.start - b.start);
}
