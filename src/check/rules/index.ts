import { carriedOver } from './carried-over.ts';
import { contactDetails } from './contact-details.ts';
import { contactMissing } from './contact-missing.ts';
import { doubledHeading } from './doubled-heading.ts';
import { doubledPunctuation } from './doubled-punctuation.ts';
import { fiveAspects } from './five-aspects.ts';
import { garbledText } from './garbled-text.ts';
import { governmentAccountability } from './government-accountability.ts';
import { noticeCited } from './notice-cited.ts';
import { numberLeftOut } from './number-left-out.ts';
import { otherAgency } from './other-agency.ts';
import { overviewLength } from './overview-length.ts';
import { periodStated } from './period-stated.ts';
import { placeholder } from './placeholder.ts';
import { prefaceYear } from './preface-year.ts';
import { problemsAndImprovements } from './problems-and-improvements.ts';
import { problemsStub } from './problems-stub.ts';
import { repeatedParagraph } from './repeated-paragraph.ts';
import type { Rule } from './rule.ts';
import { sixPartsNamed } from './six-parts-named.ts';
import { textOfLastYear } from './text-of-last-year.ts';
import { titleWording } from './title-wording.ts';
import { titleYear } from './title-year.ts';

/** Every rule that stands in a file of its own, in the order of `report explain`. */
export const RULES: readonly Rule[] = [
  carriedOver,

  // The form of the texts.
  noticeCited,
  titleYear,
  titleWording,
  otherAgency,
  prefaceYear,
  periodStated,
  sixPartsNamed,
  contactDetails,
  contactMissing,
  placeholder,
  numberLeftOut,
  garbledText,
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
