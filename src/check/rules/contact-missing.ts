import { getIn, isData } from '../../report/access.ts';
import type { Rule } from '../rule.ts';
import { ANY_CONTACT } from '../texts/contacts.ts';
import { finishedSection, textsOf } from '../texts/report-texts.ts';

/** The report says how its agency is reached. */
export const contactMissing: Rule = {
  id: 'contact-missing',
  severity: 'info',
  title: { zh: '写明联系方式', en: 'The report says how the agency is reached' },
  why: {
    zh: '前言通常写明对报告有疑问时与谁联系，是惯例，不是格式规定的内容。',
    en: 'The preface usually says whom to ask about the report: a custom, not part of the form.',
  },
  source: { zh: '实践中的做法（没有找到明文）', en: 'practice (no text found that demands it)' },
  example: {
    good: `
agency: { contact: { phone: 0570-5550123 } }
overview: { text: 主动公开、依申请公开、政府信息管理、平台建设和监督保障各项工作正常开展。 }`,
    bad: 'overview: { text: 主动公开、依申请公开、政府信息管理、平台建设和监督保障各项工作正常开展。 }',
  },
  check: ({ report }) => {
    const contact = getIn(report.data, 'agency.contact');
    const given = isData(contact) && Object.values(contact).some((value) => value !== null && value !== '');
    // A report that is not written yet has other things to say first.
    if (
      given ||
      finishedSection(report, 'overview') === undefined ||
      textsOf(report).some(({ text }) => ANY_CONTACT.test(text))
    )
      return [];
    return [
      {
        path: ['agency'],
        at: 'key',
        message: { zh: '报告没有写联系方式', en: 'The report does not say how to reach the agency' },
        hint: {
          zh: '在 agency 下写 contact：office、address、postcode、phone、email，印在前言末尾',
          en: 'Write contact below agency: office, address, postcode, phone, email; it is printed after the preface',
        },
      },
    ];
  },
};
