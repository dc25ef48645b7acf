import { say, type Text } from '../../diagnostics/text.ts';
import { halfWidth } from '../../writing/width.ts';
import { phoneFault } from './phones.ts';

export type ContactKind = 'phone' | 'postcode' | 'email';

/** What is wrong with a contact, after its name and value, and what to write. */
export interface ContactFault {
  readonly fault: Text;
  readonly hint: Text;
}

/**
 * Says what is wrong with a telephone number, a postcode or an e-mail address as written; undefined if it is valid. `areaKnown`: a
 * telephone number needs no area code, because it is given with another number.
 */
export function contactFault(kind: ContactKind, written: string, areaKnown = false): ContactFault | undefined {
  const value = written.trim();
  if (NONE.test(value)) return { fault: say('不是联系方式', 'is not a contact'), hint: NO_CONTACT };
  if (MASKED.test(value) && !(kind === 'email' && value.includes('@'))) {
    return { fault: say('被遮盖了，无法使用', 'is masked and cannot be used'), hint: IN_FULL[kind] };
  }
  const plain = halfWidth(value);
  const fault = FAULTS[kind](plain, areaKnown);
  if (plain !== value && !fault)
    return { fault: say('用了全角字符', 'has full-width characters'), hint: say(`写成 ${plain}`, `Write ${plain}`) };
  return fault;
}

const NONE = /^(无|暂无|没有|不详|待定|待填|[-—/]+)$/u;
const MASKED = /\*{2,}|[×xX]{2,}|[＊●]{2,}/;
/** Words that explain another character in place of @, used against spam: a#b.cn（请将#换成@）. */
const EXPLAINED = /换|替|改/;

const NO_CONTACT = say('没有就删去这一行', 'Remove this line if there is none');
const IN_FULL: Readonly<Record<ContactKind, Text>> = {
  phone: say('写完整的号码，例如 0570-5550123', 'Write the number in full, such as 0570-5550123'),
  postcode: say('写六位数字，例如 325000', 'Write six digits, such as 325000'),
  email: say('写完整的邮箱，例如 jyj@example.cn', 'Write the address in full, such as jyj@example.cn'),
};

const FAULTS: Readonly<Record<ContactKind, (value: string, areaKnown: boolean) => ContactFault | undefined>> = {
  phone: phoneFault,
  postcode: (value) => {
    if (/^[0-9]{6}$/.test(value)) return undefined;
    const bare = value.replace(/[\s-]/gu, '');
    const hint = /^[0-9]{6}$/.test(bare) ? say(`写成 ${bare}`, `Write ${bare}`) : IN_FULL.postcode;
    return { fault: say('不是六位数字的邮政编码', 'is not a postcode of six digits'), hint };
  },
  email: (value) => {
    if (ADDRESS.test(value) || EXPLAINED.test(value)) return undefined;
    const meant = value
      .replace(/\s+/gu, '')
      .replace(/[。，,]/gu, '.')
      .replace(/[#＃]|\((?:at|AT)\)/gu, '@')
      .replace(/@+/gu, '@');
    const hint =
      ADDRESS.test(meant) && meant !== value
        ? say(`如果是这个邮箱，写成 ${meant}`, `If you mean this address, write ${meant}`)
        : IN_FULL.email;
    return { fault: say('不是电子邮箱地址', 'is not an e-mail address'), hint };
  },
};

const ADDRESS = /[^@\s]@[^@\s。，,]+\.[^@\s]/u;

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
