import { isScalar, Scalar } from 'yaml';
import { choicesMeant, choicesOf, exchangedChoice, truthMeant } from '../form/choices.ts';
import { editionMeant } from '../form/editions.ts';
import { getIn, textIn } from '../report/access.ts';
import { datePaths } from '../report/day.ts';
import type { Report } from '../report/report.ts';
import { nodeAt } from '../source/locate.ts';
import type { Source } from '../source/parse.ts';
import { readDate } from '../writing/dates.ts';
import { halfWidth } from '../writing/width.ts';
import { readYear } from '../writing/years.ts';
import type { Correction } from './edit.ts';
import { scalarRange } from './positions.ts';

/** Corrects the year. It decides the form, so this is the first step. */
export const correctYear = (source: Source): Correction[] =>
  correct(source, ['year'], (written) => readYear(written)?.toString());

/** Rewrites dates, choices such as 县 in place of county, and 是 and 否, if they can mean only one value. */
export function correctWords(source: Source, { data }: Report): Correction[] {
  const agency = { level: textIn(data, 'agency.level') ?? '', kind: textIn(data, 'agency.kind') ?? '' };
  const choiceAt = (written: string, key: string) => choiceMeant(written, key) ?? exchangedChoice(key, agency)?.value;
  return [
    ...datePaths(data).flatMap((path) => correct(source, path.map(String), dateMeant)),
    ...choicePaths(data).flatMap((path) => correct(source, path, choiceAt)),
    ...CONTACTS.flatMap((key) => correct(source, ['agency', 'contact', key], halfWidth)),
    ...correct(source, ['form'], formMeant),
    ...correct(source, ['agency', 'vertical'], (written) => truthMeant(written)?.toString()),
  ];
}

const CONTACTS = ['postcode', 'phone', 'fax', 'email'];

function formMeant(written: string): string | undefined {
  const id = editionMeant(written);
  return id === undefined || id === written ? undefined : `"${id}"`;
}

function dateMeant(written: string): string | undefined {
  const date = readDate(written);
  return date && 'day' in date && date.sure ? date.day : undefined;
}

function choiceMeant(written: string, key: string): string | undefined {
  const { meant, sure } = choicesMeant(written, choicesOf(key) ?? []);
  return sure ? meant[0]?.value : undefined;
}

function choicePaths(data: unknown): string[][] {
  const aspects = ['overview', 'problems', 'other_matters'].flatMap((section) => {
    const parts = getIn(data, `${section}.parts`);
    return Array.isArray(parts) ? parts.map((_, index) => [section, 'parts', String(index), 'aspect']) : [];
  });
  return [['agency', 'level'], ['agency', 'kind'], ['agency', 'scope'], ...aspects];
}

const NAMES: Readonly<Record<string, string>> = {
  form: '格式',
  year: '年度',
  published: '发布日期',
  date: '更正日期',
  from: '统计期限起',
  to: '统计期限止',
  expires: '豁免到期',
  level: '层级',
  kind: '机关类型',
  scope: '范围',
  aspect: '方面',
  vertical: '垂直管理',
  postcode: '邮编',
  phone: '电话',
  fax: '传真',
  email: '电子邮箱',
};

/** Values that are numbers or true and false: in quotes they would be text. */
const NOT_TEXT = ['year', 'vertical'];

function correct(
  source: Source,
  path: readonly string[],
  meantBy: (written: string, key: string) => string | undefined,
): Correction[] {
  const node = nodeAt(source, path);
  if (!isScalar(node) || !scalarRange(source.text, node)) return [];
  const key = path.at(-1) ?? '';
  const plain = node.type === Scalar.PLAIN;
  const written = plain ? (node.source ?? String(node.value)) : String(node.value);
  const text = meantBy(written, key);
  if (text === undefined || (text === written && (plain || !NOT_TEXT.includes(key)))) return [];
  const [start = 0, end = 0] = node.range ?? [];
  const [name, was] = [NAMES[key] ?? key, source.text.slice(start, end)];
  const message = { zh: `${name}：“${was}”改成 ${text}`, en: `${path.join('.')}: "${was}" is now ${text}` };
  return [{ start, end, text, path: path.join('.'), message }];
}
