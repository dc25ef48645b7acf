import { carriedForwardShare } from './carried-forward-share.ts';
import { carriedOver } from './carried-over.ts';
import { correctedBeforePublished } from './corrected-before-published.ts';
import { documentsRollForward } from './documents-roll-forward.ts';
import { feeAmountsAndCounts } from './fee-amounts-and-counts.ts';
import { feeCollectedAsNotified } from './fee-collected-as-notified.ts';
import { feeInAdministrativeFees } from './fee-in-administrative-fees.ts';
import { feeInTens } from './fee-in-tens.ts';
import { feeNotMentioned } from './fee-not-mentioned.ts';
import { feeNoticesUnmentioned } from './fee-notices-unmentioned.ts';
import { figuresRepeated } from './figures-repeated.ts';
import { inForceBelowIssued } from './in-force-below-issued.ts';
import { litigationAfterReconsideration } from './litigation-after-reconsideration.ts';
import { otherOutcomesUnexplained } from './other-outcomes-unexplained.ts';
import { pendingCasesContinue } from './pending-cases-continue.ts';
import { periodOrder } from './period-order.ts';
import { periodWithinYear } from './period-within-year.ts';
import { previousAgency } from './previous-agency.ts';
import { previousYear } from './previous-year.ts';
import { publishedEarly } from './published-early.ts';
import { publishedLate } from './published-late.ts';
import type { Rule } from './rule.ts';
import { ruleMakingAuthority } from './rule-making-authority.ts';

/** Every rule that stands in a file of its own, in the order of `report explain`. */
export const RULES: readonly Rule[] = [
  // Year over year.
  previousYear,
  previousAgency,
  carriedOver,
  documentsRollForward,
  pendingCasesContinue,
  figuresRepeated,

  // The tables by themselves.
  ruleMakingAuthority,
  inForceBelowIssued,
  otherOutcomesUnexplained,
  carriedForwardShare,
  litigationAfterReconsideration,

  // The information processing fee.
  feeNotMentioned,
  feeNoticesUnmentioned,
  feeInAdministrativeFees,
  feeInTens,
  feeAmountsAndCounts,
  feeCollectedAsNotified,

  // Dates.
  periodOrder,
  periodWithinYear,
  publishedEarly,
  publishedLate,
  correctedBeforePublished,
];
