/** Characters that look like others: radicals and old code points, which come from copying text from a PDF. */
export const LOOKALIKES = /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;

/** Radicals without a plain character in Unicode, or without one that is used today, each followed by the usual character. */
const RADICALS = new Map(
  '⺠民 ⻅见 ⻆角 ⻉贝 ⻋车 ⻑長 ⻓长 ⻔门 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻬齐 ⻮齿 ⻰龙 ⻱龜 ⻲亀 ⻁虎 ⻄西 ⺎兀 ⺒巳 ⺓幺 ⺟母 ⼾户'
    .split(' ')
    .map(([radical = '', plain = '']) => [radical, plain]),
);

/** The plain character for one of `LOOKALIKES`; the character itself if none is known. */
export const plainCharacter = (char: string): string => RADICALS.get(char) ?? char.normalize('NFKC');
