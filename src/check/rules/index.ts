import type { Rule } from '../rule.ts';
import { carriedForwardShare } from './carried-forward-share.ts';
import { carriedOver } from './carried-over.ts';
import { contactDetails } from './contact-details.ts';
import { contactMissing } from './contact-missing.ts';
import { correctedBeforePublished } from './corrected-before-published.ts';
import { documentsRollForward } from './documents-roll-forward.ts';
import { doubledHeading } from './doubled-heading.ts';
import { doubledPunctuation } from './doubled-punctuation.ts';
import { feeAmountsAndCounts } from './fee-amounts-and-counts.ts';
import { feeCollectedAsNotified } from './fee-collected-as-notified.ts';
import { feeInAdministrativeFees } from './fee-in-administrative-fees.ts';
import { feeInTens } from './fee-in-tens.ts';
import { feeNotMentioned } from './fee-not-mentioned.ts';
import { feeNoticesUnmentioned } from './fee-notices-unmentioned.ts';
import { figuresRepeated } from './figures-repeated.ts';
import { fiveAspects } from './five-aspects.ts';
import { fixedWording } from './fixed-wording.ts';
import { garbledText } from './garbled-text.ts';
import { governmentAccountability } from './government-accountability.ts';
import { inForceBelowIssued } from './in-force-below-issued.ts';
import { keysInText } from './keys-in-text.ts';
import { litigationAfterReconsideration } from './litigation-after-reconsideration.ts';
import { lookalikeCharacters } from './lookalike-characters.ts';
import { noticeCited } from './notice-cited.ts';
import { numberLeftOut } from './number-left-out.ts';
import { otherAgency } from './other-agency.ts';
import { otherOutcomesUnexplained } from './other-outcomes-unexplained.ts';
import { overviewLength } from './overview-length.ts';
import { pastedLeftovers } from './pasted-leftovers.ts';
import { pendingCasesContinue } from './pending-cases-continue.ts';
import { periodOrder } from './period-order.ts';
import { periodStated } from './period-stated.ts';
import { periodWithinYear } from './period-within-year.ts';
import { placeholder } from './placeholder.ts';
import { previousAgency } from './previous-agency.ts';
import { previousYear } from './previous-year.ts';
import { problemsAndImprovements } from './problems-and-improvements.ts';
import { problemsStub } from './problems-stub.ts';
import { proseAgainstTables } from './prose-against-tables.ts';
import { proseChanges } from './prose-changes.ts';
import { proseConclusions } from './prose-conclusions.ts';
import { proseNotUnderstood } from './prose-not-understood.ts';
import { proseShares } from './prose-shares.ts';
import { proseSums } from './prose-sums.ts';
import { proseToldTwice } from './prose-told-twice.ts';
import { proseYear } from './prose-year.ts';
import { publishedEarly } from './published-early.ts';
import { publishedLate } from './published-late.ts';
import { repeatedParagraph } from './repeated-paragraph.ts';
import { reportYear } from './report-year.ts';
import { ruleMakingAuthority } from './rule-making-authority.ts';
import { signedDate } from './signed-date.ts';
import { sixPartsNamed } from './six-parts-named.ts';
import { textOfLastYear } from './text-of-last-year.ts';
import { titleWording } from './title-wording.ts';
import { titleYear } from './title-year.ts';
import { unitOfAmount } from './unit-of-amount.ts';

export const YEAR_RULES: readonly Rule[] = [
  previousYear,
  previousAgency,
  carriedOver,
  documentsRollForward,
  pendingCasesContinue,
  figuresRepeated,
  unitOfAmount,
];

export const TABLE_RULES: readonly Rule[] = [
  ruleMakingAuthority,
  inForceBelowIssued,
  otherOutcomesUnexplained,
  carriedForwardShare,
  litigationAfterReconsideration,
];

export const FEE_RULES: readonly Rule[] = [
  feeNotMentioned,
  feeNoticesUnmentioned,
  feeInAdministrativeFees,
  feeInTens,
  feeAmountsAndCounts,
  feeCollectedAsNotified,
];

export const DATE_RULES: readonly Rule[] = [
  reportYear,
  periodOrder,
  periodWithinYear,
  publishedEarly,
  publishedLate,
  correctedBeforePublished,
  signedDate,
];

export const TEXT_RULES: readonly Rule[] = [
  noticeCited,
  titleYear,
  titleWording,
  otherAgency,
  proseYear,
  periodStated,
  sixPartsNamed,
  contactDetails,
  contactMissing,
  placeholder,
  pastedLeftovers,
  numberLeftOut,
  keysInText,
  garbledText,
  lookalikeCharacters,
  fixedWording,
  doubledPunctuation,
  doubledHeading,
  repeatedParagraph,
  fiveAspects,
  governmentAccountability,
  overviewLength,
  problemsStub,
  problemsAndImprovements,
  textOfLastYear,
];

/** Rules about numbers in the prose, and words that mean a number. */
export const CLAIM_RULES: readonly Rule[] = [
  proseAgainstTables,
  proseConclusions,
  proseSums,
  proseShares,
  proseChanges,
  proseToldTwice,
  proseNotUnderstood,
];

/** All rules in this folder, in the order of `report explain`. `rule-list.ts` has the headings of the groups. */
export const RULES: readonly Rule[] = [
  ...YEAR_RULES,
  ...TABLE_RULES,
  ...FEE_RULES,
  ...DATE_RULES,
  ...CLAIM_RULES,
  ...TEXT_RULES,
];
