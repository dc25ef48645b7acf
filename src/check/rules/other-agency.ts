import type { Rule, RuleFinding, RuleInput } from '../rule.ts';
import { PRACTICE } from '../sources.ts';
import { isAnotherAgency, isSameElsewhere, organOf } from '../texts/agency-names.ts';
import { findAll, isGovernment, type ReportText, sectionTexts, textsOf, wordsFinding } from '../texts/report-texts.ts';
import { titleOf } from '../texts/titles.ts';

/** A name; the words after it in the pattern end it. */
const NAME = '([\\p{Script=Han}()]{4,40}?)';
const WRITTEN = '(?:负责|统一|组织|牵头)?编制';
const ACCORDING = '(?:根据|按照|依据|依照|遵照)';
/** Sentences that say who wrote the report. */
const AUTHOR: readonly RegExp[] = [
  new RegExp(`(?:本报告|年度报告|年报)[是系]?由${NAME}${WRITTEN}`, 'gu'),
  new RegExp(`(?:本报告|年度报告|年报)[是系]?由${NAME}${ACCORDING}[^。\\n]{0,120}?编制`, 'gu'),
  new RegExp(`(?<=^|[。\\n])${NAME}${ACCORDING}[^。\\n]{0,120}?编制(?:了|完成)?(?:并公布)?(?:了?本|20|政府信息)`, 'gu'),
  new RegExp(`现(?:将|公布|发布)${NAME}20[0-9]{2}年`, 'gu'),
];

/** Sentences that say what the agency did or will do. */
const DOER = new RegExp(
  `(?<=^|[。!?\\n])(?:20[0-9]{2}年度?,?|下一步,|今后,)?${NAME}(?=将|进一步|认真|坚持|按照|围绕|严格|高度|深入|全面|积极|切实|持续|不断|主动|共|新收|收到|受理|办结|发布|制发|没有|未)`,
  'gu',
);
/** Sentences about what two agencies have to do with each other. */
const TOGETHER = /我|本机关|本单位|联合|合作|协[作商]|经验|移[交送]|转[来交办]|来函/u;

/** Reports another agency that the title or preface names as the author, and the same agency of another place in the prose. */
export const otherAgency: Rule = {
  id: 'other-agency',
  severity: 'warning',
  title: { zh: '标题、前言和正文写的是本机关', en: 'The title, the preface and the prose name this agency' },
  why: {
    zh: '借用别的机关的报告改写，标题和“本报告由……编制”一句常常忘了改，别处的名称也会留下：“临江县水利局将……”。正文里只看外地的同名机关做了什么、要做什么。只在肯定是另一个机关的名称时提示；简称不提示，政府的报告由哪个部门编制不提示。',
    en: "If a report is based on another agency's report, people often forget to change the title and the sentence about the author, and names further down: 临江县水利局将…. In the prose, only what the same agency of another place did or will do is a finding. There is a finding only if the name certainly belongs to another agency: not for short names, and not for the department that writes a government's report.",
  },
  source: PRACTICE,
  example: {
    good: 'preface: { text: 本报告由清溪县教育局编制。 }',
    bad: 'preface: { text: 本报告由云阳县水利局编制。 }',
  },
  check: (input) => [
    ...inTitle(input),
    ...(isGovernment(input.report) ? [] : sectionTexts(input.report, 'preface').flatMap((text) => inText(input, text))),
    ...elsewhere(input),
  ],
};

function inTitle({ report }: RuleInput): RuleFinding[] {
  const title = titleOf(report);
  if (!title || !isAnotherAgency(report, title.agency)) return [];
  return [found(title.text, title.agency, title.agency, report.agencyName)];
}

function inText({ report }: RuleInput, text: ReportText): RuleFinding[] {
  const names = new Set<string>();
  return AUTHOR.flatMap((pattern) => findAll(text, pattern)).flatMap(({ match, words }) => {
    const name = match[1] ?? '';
    if (names.has(name) || !isAnotherAgency(report, name)) return [];
    names.add(name);
    return [found(text, words.includes(name) ? name : words, name, report.agencyName)];
  });
}

/** The same agency of another place, in the place of this one: 临江县水利局将……. */
function elsewhere({ report }: RuleInput): RuleFinding[] {
  const names = new Set<string>();
  const organ = organOf(report);
  const texts = organ === undefined ? [] : textsOf(report).filter(({ text }) => text.includes(organ));
  return texts.flatMap((text) =>
    findAll(text, DOER).flatMap(({ match, words }) => {
      const name = match[1] ?? '';
      const sentence = /^[^。!?\n]{0,200}/u.exec(text.text.slice(match.index, match.index + 200))?.[0] ?? '';
      if (names.has(name) || !isSameElsewhere(report, name) || TOGETHER.test(sentence)) return [];
      names.add(name);
      return [found(text, words.includes(name) ? name : words, name, report.agencyName)];
    }),
  );
}

const found = (text: ReportText, words: string, name: string, own: string): RuleFinding =>
  wordsFinding(
    text,
    words,
    {
      zh: `这里写的是“${name}”，编制报告的机关是${own}`,
      en: `This names "${name}", but the agency of the report is ${own}`,
    },
    {
      zh: '改成本机关的名称；名称改过或者另有简称的，写在 agency.short_name',
      en: "Write this agency's name; if it has changed its name or has another short name, add that as agency.short_name",
    },
  );
