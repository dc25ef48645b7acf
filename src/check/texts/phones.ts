import { plural, say, type Text } from '../../diagnostics/text.ts';

interface PhoneFault {
  readonly fault: Text;
  readonly hint: Text;
}

/**
 * Says what is wrong with one or several telephone numbers; undefined if all can be dialled from anywhere. `areaKnown`: the area
 * code is given with another number.
 */
export function phoneFault(value: string, areaKnown: boolean): PhoneFault | undefined {
  let area = areaKnown;
  for (const piece of value.split(/[、；;，,/或]/u)) {
    const number = digitsOf(piece);
    if (number === '' && piece.trim() !== '' && value.length > piece.length) continue;
    const fault = faultOf(number, area);
    if (fault) return fault;
    area ||= /^0/.test(number);
  }
  return undefined;
}

/** The digits without the country's number, an extension, and what is in brackets behind it. */
function digitsOf(piece: string): string {
  const [main = ''] = piece.split(/转|分机|ext/iu);
  return main
    .replace(/^\D*(?:\+|00)\s*86[\s()-]*(?=[0-9])/u, (_) => (/^\D*(?:\+|00)\s*861[3-9]/u.test(main) ? '' : '0'))
    .replace(/[^0-9]/gu, '')
    .replace(/^00(?=[1-9])/, '0');
}

const MOBILE = /^1[3-9][0-9]{9}$/;
const SERVICE = /^[48]00[0-9]{7}/;
/** Short numbers such as 12345, 110, 95588 and 96345. */
const HOTLINE = /^(1[0-9]{2,5}|9[56][0-9]{3,4})$/;
const AREA = /^0(?:10|2[0-9]|[3-9][0-9]{2})/;

function faultOf(number: string, areaBefore: boolean): PhoneFault | undefined {
  if (MOBILE.test(number) || SERVICE.test(number) || HOTLINE.test(number)) return undefined;
  const area = AREA.exec(number)?.[0] ?? '';
  const { length } = number.slice(area.length);
  if (area !== '') return length >= 7 ? undefined : tooShort(length, say('区号后面', 'after the area code '));
  if (length === 7 || length === 8) return areaBefore ? undefined : noArea(number);
  if ((length === 10 || length === 11) && /^[2-9]/.test(number)) return noZero(number);
  if (length === 10) return tooShort(length, say('', ''));
  return length < 7 ? tooShort(length, say('', '')) : undefined;
}

const noArea = (number: string): PhoneFault => ({
  fault: say('没有区号，外地打不通', 'has no area code and cannot be dialled from elsewhere'),
  hint: say(`前面加上本地的区号，例如 0570-${number}`, `Put your area code before it, such as 0570-${number}`),
});

/** 57788880000: spreadsheets drop the zero at the start. */
function noZero(number: string): PhoneFault {
  const digits = /^2/.test(number) ? 2 : 3;
  const whole = `0${number.slice(0, digits)}-${number.slice(digits)}`;
  return {
    fault: say('的区号少了开头的 0', 'lacks the 0 at the start of its area code'),
    hint: say(`写成 ${whole}`, `Write ${whole}`),
  };
}

const tooShort = (digits: number, where: Text): PhoneFault => ({
  fault: say(
    `不是完整的电话号码：${where.zh}只有 ${digits} 位数字`,
    `is not a complete telephone number: ${where.en}it has only ${plural(digits, 'digit')}`,
  ),
  hint: say('写完整的号码，例如 0570-5550123', 'Write the number in full, such as 0570-5550123'),
});
