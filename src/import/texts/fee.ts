import { type FeeField, INFORMATION_PROCESSING_FEE } from '../../form/fee.ts';
import type { ImportedFact } from '../reading.ts';
import { squeezed } from './clean.ts';
import type { PublishedLine } from './pieces.ts';

const NUMBER = '(\\d{1,9}(?:\\.\\d{1,2})?)';
const FEE = '(?:的?(?:政府信息公开)?(?:信息处理)?费用?)?';

/** How section six names the figures of the fee. Amounts in 万元 are left to people. */
const FIGURES: Readonly<Record<FeeField, RegExp>> = {
  notices_issued: /发出收费通知(?:的?件数)?(?:共计?|为)?:?(\d{1,9})(?:件|份)/gu,
  amount_notified_yuan: new RegExp(`通知收取${FEE}(?:的?总?金额)?(?:共计?|为)?:?${NUMBER}元`, 'gu'),
  amount_collected_yuan: new RegExp(`实际收取${FEE}(?:的?总?金额)?(?:共计?|为)?:?${NUMBER}元`, 'gu'),
  cases_collected: /对(\d{1,9})件申请(?:实际)?收取/gu,
};
const NONE = /(?:没有|未)(?:向[^,。;]{1,12})?收取(?:过|任何)?(?:政府信息公开)?(?:的)?信息处理费/u;
const ANOTHER_YEAR = /上年|去年|往年|同比|上一?年度/u;

/** The figures of the information processing fee that the lines of section six name, each once. */
export function feeFacts(lines: readonly PublishedLine[]): ImportedFact[] {
  const sentences = lines.flatMap((line) =>
    squeezed(line.text)
      .split('。')
      .filter((text) => !ANOTHER_YEAR.test(text))
      .map((text) => ({ text, line })),
  );
  return INFORMATION_PROCESSING_FEE.fields.flatMap(({ key }) => {
    const found = sentences.flatMap(({ text, line }) =>
      [...text.matchAll(FIGURES[key])].map(([words, value = '']) => ({ words, value, line })),
    );
    const none = key === 'amount_collected_yuan' ? sentences.find(({ text }) => NONE.test(text)) : undefined;
    if (found.length === 0 && none) found.push({ words: none.text, value: '0', line: none.line });
    const [first, ...others] = found;
    if (!first || others.length > 0 || (none && first.value !== '0')) return [];
    const path = `${INFORMATION_PROCESSING_FEE.path}.${key}`;
    return [{ path, value: first.value, confidence: 'sure' as const, text: first.words, place: first.line.place }];
  });
}
