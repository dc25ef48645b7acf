import type { Rule, RuleFinding, RuleInput } from '../rule.ts';
import { type Citation, citationsIn, NOTICES, type Notice } from '../texts/notices.ts';
import { textsOf, wordsFinding } from '../texts/report-texts.ts';

/** Checks that title and number of a cited notice match, and that it is the notice for the year of the report. */
export const noticeCited: Rule = {
  id: 'notice-cited',
  severity: 'warning',
  title: {
    zh: '引用的通知：名称、文号与年度一致',
    en: 'Title and number of the cited notice match, and it is the notice for the year',
  },
  why: {
    zh: '2019、2020 年度的报告依据国办公开办函〔2019〕60号，2021 年度起依据国办公开办函〔2021〕30号。引用旧文、名称与文号错配，说明前言是从别处照搬的。同一份报告里两个通知都引用的，不提示。',
    en: 'Reports for 2019 and 2020 follow notice 〔2019〕60号, reports for 2021 and later follow 〔2021〕30号. If the preface cites the old notice, or the title of one with the number of the other, it was probably copied from elsewhere. There is no finding if a report cites both.',
  },
  source: {
    zh: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号两个通知的名称和文号',
    en: 'titles and numbers of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号',
  },
  example: {
    good: 'preface: { text: 本报告按照国办公开办函〔2021〕30号的要求编制。 }',
    bad: 'preface: { text: 本报告按照国办公开办函〔2019〕60号的要求编制。 }',
  },
  check: (input) => {
    const citations = textsOf(input.report).flatMap(citationsIn);
    const cited = new Set(citations.map(noticeOf));
    return citations.flatMap((citation) => checkCitation(input, citation, cited));
  },
};

const noticeOf = ({ numbered, titled }: Citation): Notice | undefined => numbered ?? titled;

function checkCitation(
  { report: { year } }: RuleInput,
  citation: Citation,
  cited: ReadonlySet<unknown>,
): RuleFinding[] {
  const { numbered, titled } = citation;
  const written = citation.words.replace(/\s/gu, '');
  if (titled && numbered !== titled && citation.byNumber) {
    return [
      found(
        citation,
        {
          zh: `文号“${written}”与通知名称不符：这个名称的文号是${titled.number}`,
          en: `The number "${written}" does not belong to the title of the notice: its number is ${titled.number}`,
        },
        titled,
      ),
    ];
  }
  const notice = noticeOf(citation);
  const meant = NOTICES.find(({ form: { years } }) => year && year >= years.from && year <= (years.to ?? year));
  if (notice && meant && notice !== meant && !cited.has(meant)) {
    return [
      found(
        citation,
        {
          zh: `${year} 年度的报告引用了${notice.number}；这一年度依据的是${meant.number}`,
          en: `The report for ${year} cites ${notice.number}, but reports for that year follow ${meant.number}`,
        },
        meant,
      ),
    ];
  }
  return notice ? misspelt(citation, notice, written) : [];
}

function misspelt(citation: Citation, notice: Notice, written: string): RuleFinding[] {
  if (citation.letter !== '函') {
    const message = {
      zh: `文号写成了“${written}”，应为“函”字`,
      en: `The number "${written}" has a wrong character: it must be 函`,
    };
    return [found(citation, message, notice)];
  }
  if (citation.brackets === '〔〕') return [];
  const message = {
    zh: `文号“${written}”里的年份应当用六角括号〔〕`,
    en: `The year in "${written}" must be in tortoise shell brackets 〔〕`,
  };
  return [{ ...found(citation, message, notice), severity: 'info' }];
}

const found = ({ text, words }: Citation, message: RuleFinding['message'], { number, form }: Notice): RuleFinding =>
  wordsFinding(text, words, message, {
    zh: `写成《${form.notice.title}》（${number}）`,
    en: `Write 《${form.notice.title}》（${number}）`,
  });
