/**
 * Some fonts give the code of a radical instead of the character that looks the same, or one code for two letters. NFKC
 * knows most of these pairs; it is not used for anything else, because it would also change punctuation.
 */
const ODD = /[\u2E80-\u2FDF\uF900-\uFAFF\uFB00-\uFB06]/gu;

/** The simplified forms in the supplement of radicals, for which Unicode names no character. */
const RADICALS = new Map(
  [
    ...'⺁厂⺈刀⺋㔾⺌小⺍小⺗心⺟母⺠民⺩王⺪疋⺫目⺬示⺮竹⺯糸⺰纟⺳网⺶羊⺷羊⺸羊⺺聿⺻聿⺼月⺾艹⺿艹⻀艹⻁虎⻂衣⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑长⻒长⻓长⻔门⻖阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻲龟⻳龟',
  ].reduce<[string, string][]>((pairs, letter, index, all) => {
    if (index % 2 === 0) pairs.push([letter, all[index + 1] ?? letter]);
    return pairs;
  }, []),
);

/** The characters that were meant. */
export const meantLetters = (text: string): string =>
  text.replace(ODD, (letter) => RADICALS.get(letter) ?? letter.normalize('NFKC'));

/** Characters that no font of the world has in common: what they mean is only known to the font in the file. */
export const isPrivate = (text: string): boolean => /[\uE000-\uF8FF\uFFFD\u{F0000}-\u{10FFFD}]/u.test(text);

/** Written without blanks between words. */
export const isCjk = (text: string): boolean =>
  /[\u1100-\u11FF\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF60\u2014\u2018-\u201D\u2026\u{20000}-\u{3FFFF}]/u.test(
    text,
  );
