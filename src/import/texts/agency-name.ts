import { distance } from 'fastest-levenshtein';
import { levelInName } from '../../form/choices.ts';

/** Words that the full name of an agency ends with. */
const ENDS =
  /(?:政府|办公[室厅]|办事处|[局厅部署委院]|公署|委员会|管委会|中心|总队|支队|大队|调查队|街道办?|公司|联社|联合社|[海税]关|气象台|学校|大学|[馆所站处库])(?:\([^()]{1,10}\))?$/u;

/** Whether a squeezed line can be the full name of an agency and nothing else. */
export const looksLikeAgency = (text: string): boolean =>
  text.length >= 3 && text.length <= 40 && /^[\p{Script=Han}()·、]+$/u.test(text) && ENDS.test(text);

/** A name and how sure it is. */
export interface ChosenName {
  readonly name: string;
  readonly sure: boolean;
}

/**
 * The name of the agency from the places that have it, the best place first. A misprint in one place is outvoted by two others.
 * `title` is the name in the title; empty if it has none.
 */
export function chooseName(title: string, others: readonly string[]): ChosenName | undefined {
  const [first] = others;
  if (title === '')
    return first === undefined ? undefined : { name: first, sure: others.every((one) => one === first) };
  const whole = others.find(
    (one) => one.length > title.length && (one.endsWith(title) || !looksLikeAgency(title)) && one.includes(title),
  );
  if (whole) return { name: whole, sure: true };
  const near = others.filter((one) => one !== title && one.length >= 5 && distance(one, title) <= 2);
  const [other] = near;
  if (other === undefined) return { name: title, sure: looksLikeAgency(title) };
  const same = others.filter((one) => one === title).length + 1;
  const isOutvoted = near.filter((one) => one === other).length > same;
  return { name: isOutvoted ? other : title, sure: false };
}

const MUNICIPALITY = /^(?:北京|上海|天津|重庆)市/u;
/** 市 of a division, not of 城市, 市场 or 市级. */
const CITY = /(?<!城)市(?![场政容民级直属])/gu;

/** The level of an agency by its name; sure where the name leaves no doubt. */
export function levelOf(name: string): { readonly level: string; readonly sure: boolean } | undefined {
  // The places that customs and the like are named after tell nothing of their level.
  if (ZONE.test(name) || /(?:海关|海事局|调查队)$/u.test(name)) return undefined;
  if (/^国家统计局.{1,8}调查总队$/u.test(name)) return { level: 'province', sure: true };
  const known = levelInName(name);
  const cities = [...name.matchAll(CITY)].map(({ index }) => index).filter((at) => at > 0);
  if (known !== undefined && known !== 'province') return { level: known, sure: true };
  if (MUNICIPALITY.test(name) && cities.length === 1) return { level: 'province', sure: true };
  if (cities.length > 1) return { level: 'county', sure: true };
  if (cities.length === 1) return { level: 'city', sure: false };
  if (/自治州|^.{1,5}(?<![同联])盟/u.test(name)) return { level: 'city', sure: true };
  if (known !== undefined) return { level: known, sure: true };
  return /^(?:中华人民共和国|国家|国务院|中国)/u.test(name) ? { level: 'national', sure: true } : undefined;
}

/** Development zones and the like are of no level of their own. */
const ZONE = /(?:开发|高新|新|园|示范|保税|试验|实验|合作|度假|风景|管理|功能|产业)区(?:管(?:理)?委(?:员)?会)?$/u;

const KIND: readonly (readonly [string, RegExp])[] = [
  ['dispatched', /街道(?:办(?:事处)?)?$|(?:区|园)管(?:理)?委(?:员)?会$/u],
  ['office', /政府办公[室厅]$/u],
  ['government', /人民政府$|行政公署$/u],
  ['department', /[局厅委部署]$|委员会$|海关$|(?:支|总|大|调查)队$/u],
  ['authorized', /公积金管理中心$|公司$|大学$|学[校院]$|医院$/u],
];

/** The kind of an agency by the end of its name. */
export const kindOf = (name: string): string | undefined => KIND.find(([, pattern]) => pattern.test(name))?.[0];
