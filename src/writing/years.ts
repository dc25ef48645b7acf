import { digitByDigit } from './numerals.ts';

/** The year in 2025年, 2025年度, "２０２５" or 二〇二五年; undefined if there is not exactly one. */
export function readYear(written: string): number | undefined {
  if (written.length > 20) return undefined;
  const text = written.normalize('NFKC').replace(/[\s"'“”‘’]/gu, '');
  const [, digits] = /^([0-9]{4})(?:年度?|\.0)?$/u.exec(text) ?? [];
  const year = digits ?? digitByDigit(text.replace(/年度?$/u, ''));
  return year === undefined || year.length !== 4 ? undefined : Number(year);
}
