/** A word of a title: a line can break before and behind it, but not inside. */
export interface TitleWord {
  readonly text: string;
  /** How much a break before it hurts: 0 between agency and year, more where words belong together. */
  readonly cost: number;
}

/** A name of a body that is longer is cut inside. */
const LONG = 12;

const YEAR = /(?<!\d)(?=(?:19|20)\d\d年)/u;
/** Around brackets and behind 、 and the like; not around a short bracket inside a name: 中国（上海）自由贸易试验区. */
const CLAUSES =
  /(?=[（〔](?![^）〕]{1,4}[）〕]\p{Script=Han}))|(?<=[、，；：])|(?=关于)|(?<!人民|\d年度?)(?=政府信息公开)|(?<=[）〕](?<![（〔][^（〔]{1,5}))(?![、，；：）〕])/u;
const PHRASES = /(?<=\d年(?!度)|\d年度)|(?<=政府信息公开)|(?<=公开工作)(?=年度)/u;
const BODIES = /(?<=委员会|人民政府)(?=.{4})|(?<=局)(?=.{2,20}分局)/u;
const INSIDE = /(?<=管理局|委员会|人民政府|中心)|(?<=.{4})(?=[和与及].{4})/u;

/** The last characters of names of areas. */
const AREA = [
  '省|自治州|总局|兵团|(?<=第[一二三四五六七八九十]+)师|街道(?!办)',
  '(?<![联同])盟',
  // 津市市 and 沙市区 are areas; 市场 and 市北区 are another word; 城市管理 is no area.
  '(?<!(?:^|[省市县区旗和与及、（])城)市(?![场容级属]|政(?![务府协策法])|民(?![政族宗])|区(?!域)|市(?![场容民政]|[北南中]区))',
  '县(?![级域]|城(?![市乡建管镇]))',
  '(?<!社)区(?![域块划])',
  '旗(?![区县帜])',
  '(?<!乡)镇(?![市县区化域]|居民|职工)',
  '(?<!城)乡(?![市县区镇村族])',
].join('|');
/** Names of areas, with 委 of a party committee (中共温州市委), then the rest. 镇海区 is not a 镇: something is before the last character. */
const AREAS = new RegExp(`.+?(?:${AREA})(?:委(?!员))?(?=.{2})|.+`, 'gsu');

/** The words of a title; joined, they are the title. */
export function titleWords(title: string): TitleWord[] {
  const whole = [{ text: title, cost: 0 }];
  const parts = cut(cut(cut(whole, 0, by(YEAR)), 1, by(CLAUSES)), 4, by(PHRASES));
  const names = cut(cut(parts, 3, by(BODIES)), 2, (text) => text.match(AREAS) ?? [text]);
  return cut(names, 6, (text) => (text.length > LONG ? text.split(INSIDE) : [text]));
}

const by = (where: RegExp) => (text: string) => text.split(where);

/** Cuts each word further. The first piece keeps the cost of its word. */
const cut = (words: readonly TitleWord[], cost: number, how: (text: string) => readonly string[]): TitleWord[] =>
  words.flatMap((word) => how(word.text).map((text, index) => ({ text, cost: index === 0 ? word.cost : cost })));
