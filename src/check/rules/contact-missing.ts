import { getIn, isData } from '../../report/access.ts';
import type { Rule } from '../rule.ts';
import { PRACTICE } from '../sources.ts';
import { ANY_CONTACT } from '../texts/contacts.ts';
import { finishedSection, textsOf } from '../texts/report-texts.ts';

/** Checks that the report says how to contact the agency. */
export const contactMissing: Rule = {
  id: 'contact-missing',
  severity: 'info',
  title: { zh: '写明联系方式', en: 'The report gives contact details' },
  why: {
    zh: '前言通常写明对报告有疑问时与谁联系，是惯例，不是格式规定的内容。',
    en: 'The preface usually says whom to contact with questions about the report. This is customary, not part of the form.',
  },
  source: PRACTICE,
  example: {
    good: `
agency: { contact: { phone: 0570-5550123 } }
overview: { text: 主动公开、依申请公开、政府信息管理、平台建设和监督保障各项工作正常开展。 }`,
    bad: 'overview: { text: 主动公开、依申请公开、政府信息管理、平台建设和监督保障各项工作正常开展。 }',
  },
  check: ({ report }) => {
    const contact = getIn(report.data, 'agency.contact');
    const given = isData(contact) && Object.values(contact).some((value) => value !== null && value !== '');
    // If section one is not written yet, this finding is too early.
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
        message: { zh: '报告没有写联系方式', en: 'The report does not give contact details' },
        hint: {
          zh: '在 agency 下写 contact：office、address、postcode、phone、email，印在前言末尾',
          en: 'Write contact below agency (office, address, postcode, phone, email); it is printed at the end of the preface',
        },
      },
    ];
  },
};
