import type { Text } from '../../diagnostics/text.ts';
import type { Equation } from '../../form/equations.ts';
import type { Side } from './sides.ts';

/** The terms of a longer sum are not written out. */
const MOST_TERMS = 4;

/** Both sides of an equation as they add up: 新收 38＋上年结转 4＝42，办结 41＋结转下年 0＝41. */
export function describeSides(equation: Equation, left: Side, right: Side): Text {
  const [one, other] = [describeSide(equation, left), describeSide(equation, right)];
  return { zh: `${one.zh}，${other.zh}`, en: `${one.en}; ${other.en}` };
}

/** The known numbers of one side as they add up; of more than two, zeros are left out. */
function describeSide({ names, identity }: Equation, { cells, sum }: Side): Text {
  const known = cells.filter(({ value }) => value !== undefined);
  const told = known.length > 2 ? known.filter(({ value }) => value !== 0) : known;
  const isNamed = told.length > 0 && told.every(({ path }) => names.has(path));
  const { zh, en } = isNamed ? NOTHING : (identity.rightName ?? PARTS);
  if (!isNamed && (told.length < 2 || told.length > MOST_TERMS)) {
    return { zh: `${zh}之和是 ${sum}`, en: `${en} add up to ${sum}` };
  }
  const [first] = told;
  if (first && told.length === 1) {
    const name = names.get(first.path);
    return { zh: `${name?.zh}是 ${first.text}`, en: `${name?.en} is ${first.text}` };
  }
  const terms = (language: keyof Text) =>
    told.map(({ path, text }) => [names.get(path)?.[language], text].filter(Boolean).join(' '));
  return {
    zh: `${zh && `${zh} `}${terms('zh').join('＋')}＝${sum}`,
    en: `${en && `${en} `}${terms('en').join(' + ')} = ${sum}`,
  };
}

const NOTHING: Text = { zh: '', en: '' };
const PARTS: Text = { zh: '各项', en: 'the parts' };

/** The name of a side without numbers: 新收＋上年结转; （一）至（六）各行之和. */
export function nameOfSide({ names, identity }: Equation, { cells }: Side): Text {
  const own = cells.map(({ path }) => names.get(path));
  const { rightName } = identity;
  if (rightName && own.includes(undefined)) return { zh: `${rightName.zh}之和`, en: rightName.en };
  if (own.length > MOST_TERMS) return { zh: '各列之和', en: 'the sum of the columns' };
  return { zh: own.map((name) => name?.zh).join('＋'), en: own.map((name) => name?.en).join(' + ') };
}
