import type { Clause } from './clauses.ts';
import { candidatesIn } from './evaluate.ts';
import type { SentenceReading } from './sentence-reading.ts';
import type { Statement } from './statement.ts';
import { CONCLUSIONS } from './vocabulary/conclusions.ts';

/** Words that show that a clause is about something else: plans, other agencies, an earlier year. */
const ELSEWHERE = /下一步|将|力争|确保|努力|要求|(?:各|部分)(?:部门|单位|乡镇|街道)|去年|上年|本级|代表/u;

/** The statements of a clause without a figure: 未收到申请, 均获维持. `isFirst`: nothing comes before it. */
export function conclusionIn(
  { start, end }: Clause,
  { text, topic, years, reads }: SentenceReading,
  isFirst: boolean,
): Statement[] {
  const written = text.slice(start, end).replace(/\s/g, '');
  if (ELSEWHERE.test(written.replace(/上(?:一)?年度?(?:结转|转结)/u, ''))) return [];
  // 县城管大队收到申请12件，均按时办结: it is not known whose applications they are.
  const isOfOthers = reads.length > 0 && reads.every(({ quantity }) => quantity === undefined);
  const found = CONCLUSIONS.find(
    ({ pattern, about }) =>
      pattern.test(written) &&
      (about === undefined ||
        isFirst ||
        (about === 'requests' ? topic.requests && !isOfOthers : topic.procedure !== undefined)),
  );
  if (!found) return [];
  const [candidate] = candidatesIn(years.report, { candidates: [found.cells] });
  if (candidate?.value === undefined || (candidate.value === 0 && !candidate.complete)) return [];
  const verdict = candidate.value === 0 ? 'agrees' : 'contradicts';
  const fits = (value: number) => value === 0;
  return [{ start, end, quantity: found.id, value: 0, verdict, candidates: [candidate], fits }];
}
