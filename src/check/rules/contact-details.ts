import type { Path } from '../../diagnostics/diagnostic.ts';
import type { Text } from '../../diagnostics/text.ts';
import { getIn, textIn } from '../../report/access.ts';
import type { Rule, RuleFinding, RuleInput } from '../rule.ts';
import { PRACTICE } from '../sources.ts';
import { CONTACT_LABELS, type ContactFault, type ContactKind, contactFault } from '../texts/contacts.ts';
import { findAll, sectionTexts } from '../texts/report-texts.ts';

const FIELDS: readonly { readonly key: string; readonly kind: ContactKind; readonly name: Text }[] = [
  { key: 'phone', kind: 'phone', name: { zh: '电话', en: 'telephone number' } },
  { key: 'fax', kind: 'phone', name: { zh: '传真', en: 'fax number' } },
  { key: 'postcode', kind: 'postcode', name: { zh: '邮编', en: 'postcode' } },
  { key: 'email', kind: 'email', name: { zh: '电子邮箱', en: 'e-mail address' } },
];

/** Checks that telephone and fax numbers, postcodes and e-mail addresses can be used. */
export const contactDetails: Rule = {
  id: 'contact-details',
  severity: 'warning',
  title: { zh: '联系方式可以使用', en: 'The contact details can be used' },
  why: {
    zh: '联系方式是给有疑问的人用的：电话没有区号、号码中间打了星号、邮编不是六位、邮箱没有“@”，都联系不上。机关的办公电话不是个人信息，不需要遮盖。',
    en: "Contact details are for readers with questions. A number without area code or with asterisks, a postcode with five digits or an e-mail address without @ is of no use to them. An agency's office number is not personal information and does not have to be masked.",
  },
  source: PRACTICE,
  example: {
    good: 'agency: { contact: { phone: 0570-5550123 } }',
    bad: 'agency: { contact: { phone: 0570-****123 } }',
  },
  check: (input) => [...inFields(input), ...inPreface(input)],
};

function inFields({ report }: RuleInput): RuleFinding[] {
  return FIELDS.flatMap(({ key, kind, name }) => {
    const path = ['agency', 'contact', key];
    // An e-mail address must be text; the schema reports a number.
    const value =
      kind === 'email' && typeof getIn(report.data, path.join('.')) === 'number'
        ? undefined
        : textIn(report.data, path.join('.'));
    // Quotation marks around it are told by another check.
    const fault = value?.trim() && !/^[“”‘’「『＂＇]/u.test(value) ? contactFault(kind, value) : undefined;
    return value && fault ? [found(path, undefined, name, value, fault)] : [];
  });
}

/** An area code before a number. */
const AREA_CODE = /(?<![0-9０-９])[0０][0-9０-９]{2,3}[-－—)） ]?[0-9０-９]{7}/u;

function inPreface({ report }: RuleInput): RuleFinding[] {
  const numbers = [textIn(report.data, 'agency.contact.phone') ?? '', textIn(report.data, 'preface.text') ?? ''];
  const areaKnown = numbers.some((text) => AREA_CODE.test(text));
  return sectionTexts(report, 'preface').flatMap((text) =>
    CONTACT_LABELS.flatMap(({ kind, name, pattern }) =>
      findAll(text, pattern).flatMap(({ match, words }) => {
        const value = match[1] ?? '';
        const fault = contactFault(kind, value, areaKnown);
        return fault ? [found(text.path, words, name, value, fault)] : [];
      }),
    ),
  );
}

const found = (
  path: Path,
  words: string | undefined,
  name: Text,
  value: string,
  { fault, hint }: ContactFault,
): RuleFinding => ({
  path,
  ...(words && { words }),
  message: { zh: `${name.zh}“${value}”${fault.zh}`, en: `The ${name.en} "${value}" ${fault.en}` },
  hint,
});
