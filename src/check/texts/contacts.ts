import { plural, type Text } from '../../diagnostics/text.ts';

export type ContactKind = 'phone' | 'postcode' | 'email';

/** Says what is wrong with a telephone number, a postcode or an e-mail address as written; undefined if it is valid. */
export function contactFault(kind: ContactKind, written: string): Text | undefined {
  const value = written.trim();
  if (MASKED.test(value) && !(kind === 'email' && value.includes('@'))) {
    return { zh: '被遮盖了，无法使用', en: 'is masked and cannot be used' };
  }
  return FAULTS[kind](value);
}

const MASKED = /\*{2,}|[×xX]{2,}|[＊●]{2,}/;
/** Short numbers such as 12345. */
const HOTLINE = /^1[0-9]{4,5}$/;
const FEWEST_DIGITS = 7;
/** Words that explain another character in place of @, used against spam: a#b.cn（请将#换成@）. */
const EXPLAINED = /换|替|改/;

const FAULTS: Readonly<Record<ContactKind, (value: string) => Text | undefined>> = {
  phone: (value) => {
    const digits = value.replace(/[^0-9]/g, '');
    if (digits.length >= FEWEST_DIGITS || HOTLINE.test(digits)) return undefined;
    return {
      zh: `不是完整的电话号码：只有 ${digits.length} 位数字`,
      en: `is not a complete telephone number: it has only ${plural(digits.length, 'digit')}`,
    };
  },
  postcode: (value) =>
    /^[0-9]{6}$/.test(value) ? undefined : { zh: '不是六位数字的邮政编码', en: 'is not a postcode of six digits' },
  email: (value) =>
    /[^@\s]@[^@\s]+\.[^@\s]/.test(value) || EXPLAINED.test(value)
      ? undefined
      : { zh: '不是电子邮箱地址', en: 'is not an e-mail address' },
};

/** A pattern for a kind of contact in prose; its first group is the number or address. */
export interface ContactLabel {
  readonly kind: ContactKind;
  readonly name: Text;
  readonly pattern: RegExp;
}

// Without a colon a number may be something else (电话3部), so only masked numbers are checked there.
const phone = '(?:电话|传真|手机|热线)(?:号码)?';
export const CONTACT_LABELS: readonly ContactLabel[] = [
  {
    kind: 'phone',
    name: { zh: '电话', en: 'telephone number' },
    pattern: new RegExp(`${phone}:([0-9*×xX()~ -]{1,40})(?![0-9A-Za-z]|部|个|次)`, 'g'),
  },
  {
    kind: 'phone',
    name: { zh: '电话', en: 'telephone number' },
    pattern: new RegExp(`${phone}([0-9()-]{1,14}[*×]{2,}[0-9*×-]{0,14})`, 'g'),
  },
  { kind: 'postcode', name: { zh: '邮编', en: 'postcode' }, pattern: /(?:邮编|邮政编码):([0-9*×xX ]{1,20})/g },
  {
    kind: 'email',
    name: { zh: '电子邮箱', en: 'e-mail address' },
    pattern: /(?:邮箱|电子邮件|邮件地址|[Ee]-?mail)(?:地址)?:([!-'*-:<-~]{3,80}(?:\([^()\n]{0,20}\))?)/g,
  },
];

/** Matches a telephone number or an e-mail address anywhere in a text. */
export const ANY_CONTACT =
  /(?:电话|热线|传真|手机|联系方式)[^\n]{0,12}?[0-9]{5}|[0-9]{3,4}-[0-9]{7,8}|[0-9]{3,4}\)[0-9]{7,8}|[0-9A-Za-z]@[0-9A-Za-z]/;
