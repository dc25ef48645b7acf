import { isShortFor } from '../../writing/short-names.ts';
import {
  AREA_ENDING,
  DEPARTMENT_ENDINGS,
  GOVERNMENT_ENDING,
  INNER_OFFICES,
  NOT_FIRST_IN_BODIES,
  NOT_IN_BODIES,
} from '../vocabulary/bodies.ts';

/** The facts about a report that its words depend on. */
export interface Speaker {
  readonly year: number | undefined;
  readonly agency: string;
  /** The report covers more than the agency itself, so 代表区政府 is only a part of it. */
  readonly aggregate: boolean;
}

const AREA = new RegExp(AREA_ENDING, 'gu');
const GOVERNMENT = new RegExp(`(?:${GOVERNMENT_ENDING}|${AREA_ENDING})$`, 'u');
const AREA_NAME = new RegExp(
  `(?!\\p{Script=Han}?(?:${AREA_ENDING}))[^${NOT_IN_BODIES}${NOT_FIRST_IN_BODIES}\\P{Script=Han}]{2,6}?(?:${AREA_ENDING})`,
  'uy',
);

/** The ends of the names of areas in the name of a body: two for 宁泽县松坪镇人民政府. */
const areasIn = (name: string): readonly { readonly level: string; readonly end: number }[] =>
  [...name.matchAll(AREA)].map(({ 0: level, index }) => ({ level, end: index + level.length }));

/** Whose number it is if a body is named: that of the report, by its name or a short form of it, or another one. */
export function whoseBody(name: string, { agency, aggregate }: Speaker): ['body' | 'own' | 'office', string] {
  const level = areasIn(name).at(-1)?.level;
  if (!aggregate && isInner(name, agency)) return ['own', ''];
  const isOwn = agency !== '' && isShortFor(name, agency) && (level === undefined || level === levelOf(agency));
  if (!isOwn) return ['body', ''];
  // 县政府 in a report on the whole county is the government alone.
  return aggregate ? ['office', name === agency ? 'agency' : ''] : ['own', ''];
}

/** 局办公室 in the report of a bureau alone. */
const isInner = (name: string, agency: string): boolean =>
  INNER_OFFICES.some((office) => name === `${agency.at(-1)}${office}`);

const levelOf = (agency: string): string | undefined => areasIn(agency).at(-1)?.level;

/** The field of a department: 林业 of 宁泽县林业局. */
export function fieldOf({ agency }: Speaker): string {
  const name = agency.slice(areasIn(agency).at(-1)?.end ?? 0);
  const ending = DEPARTMENT_ENDINGS.find((one) => name.endsWith(one)) ?? '';
  return name.slice(0, name.length - ending.length);
}

/** Whose number it is if a whole area is named: 全县 is wider than the report of a department of the county. */
export function whoseArea(word: string, { agency, aggregate }: Speaker): 'own' | 'body' {
  if (agency === '') return 'own';
  const speaks = aggregate || GOVERNMENT.test(agency);
  const level = areasIn(word).at(-1)?.level;
  return speaks && (level === undefined || level === levelOf(agency)) ? 'own' : 'body';
}

/** The names of the area of the report, such as 青岚县, and of those around it. */
export function ownAreas({ agency }: Speaker): readonly string[] {
  const areas = areasIn(agency);
  const [before, last] = areas.slice(-2);
  const end = (last ?? before)?.end;
  if (end === undefined) return [];
  const names = [agency.slice(0, end), ...areas.slice(0, -1).map((area) => agency.slice(area.end, end))];
  const wider = areas.slice(0, -1).map((area) => agency.slice(0, area.end));
  return [...names, ...wider].filter((name) => name.length > 2);
}

/** The name of another area at a position of a text. */
export function areaAt(text: string, at: number): string | undefined {
  AREA_NAME.lastIndex = at;
  return AREA_NAME.exec(text)?.[0];
}
