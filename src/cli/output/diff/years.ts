import type { Language, Text } from '../../../diagnostics/text.ts';
import type { Growth, YearOverYear } from '../../../diff/types.ts';
import { DOUBT, numberText, signed } from './changes.ts';
import type { DiffCell, DiffTable } from './document.ts';

const heads = (language: Language, ...texts: readonly Text[]): string[] => texts.map((text) => text[language]);

function verdict(agrees: boolean | undefined, language: Language): DiffCell {
  if (agrees === undefined) return { text: language === 'zh' ? '无法比较' : 'unknown' };
  if (agrees) return { text: language === 'zh' ? '✓ 一致' : '✓ agrees' };
  return { text: language === 'zh' ? '✗ 不一致' : '✗ differs', tone: 'alert' };
}

export const carriedTable = (carried: YearOverYear['carried'], language: Language): DiffTable => ({
  head: heads(
    language,
    { zh: '申请人', en: 'Applicant' },
    { zh: '上年结转下年度', en: 'Forward' },
    { zh: '本年上年结转', en: 'Over' },
    { zh: '核对', en: 'Check' },
  ),
  rows: carried.map(({ column, forward, over, agrees }) => [
    { text: column },
    { text: numberText(forward, language) },
    { text: numberText(over, language) },
    verdict(agrees, language),
  ]),
});

export const documentTable = (documents: YearOverYear['documents'], language: Language): DiffTable => ({
  head: heads(
    language,
    { zh: '现行有效件数', en: 'In force' },
    { zh: '应为', en: 'Due' },
    { zh: '报告', en: 'Report' },
    { zh: '核对', en: 'Check' },
  ),
  rows: documents.map(({ name, before, issued, repealed, due, inForce, agrees }) => [
    { text: name },
    { text: due === '' ? numberText('', language) : `${before}＋${issued}－${repealed}＝${due}` },
    { text: numberText(inForce, language) },
    verdict(agrees, language),
  ]),
});

export const growthTable = (growth: readonly Growth[], language: Language): DiffTable => ({
  head: heads(
    language,
    { zh: '', en: '' },
    { zh: '上年', en: 'Last year' },
    { zh: '本年', en: 'This year' },
    { zh: '增减', en: 'Change' },
    { zh: '增长', en: 'Growth' },
  ),
  rows: growth.map(({ name, before, after, difference, percent, isDoubtful }) => [
    { text: `${name}${isDoubtful ? DOUBT[language] : ''}` },
    { text: numberText(before, language) },
    { text: numberText(after, language) },
    { text: signed(difference) },
    { text: percent === undefined ? '—' : signed(percent) },
  ]),
});
