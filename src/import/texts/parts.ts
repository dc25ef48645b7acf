import { ASPECTS, choicesMeant } from '../../form/choices.ts';
import type { ImportedPart } from '../reading.ts';
import { isBold } from './headings.ts';
import { escaped, markdownOf } from './markdown.ts';
import type { NumberStyle } from './numbering.ts';
import { type OtherTable, type PublishedLine, textLine } from './pieces.ts';

type Prose = PublishedLine | OtherTable;

/** A heading of a part; `rest` is the text behind it in the same line. */
interface PartHeading {
  readonly at: number;
  readonly style: NumberStyle | 'marked' | 'plain';
  readonly heading: string;
  readonly rest: string;
}

/** A section of prose as the text before its first heading and the parts. No parts if it has no headings. */
export function partsOf(
  pieces: readonly Prose[],
  section: string,
): { readonly before: readonly Prose[]; readonly parts: readonly ImportedPart[] } {
  const headings = headingsOf(pieces, section === 'overview');
  const [first] = headings;
  if (!first) return { before: pieces, parts: [] };
  const parts = headings.map(({ at, heading, rest }, index): ImportedPart => {
    const { place } = pieces[at] as Prose;
    const text = [...(rest === '' ? [] : [textLine(rest, place)]), ...pieces.slice(at + 1, headings[index + 1]?.at)];
    const aspect = section === 'overview' ? aspectOf(heading) : undefined;
    return { ...(aspect && { aspect }), heading: escaped(heading), text: markdownOf(text), place };
  });
  return { before: pieces.slice(0, first.at), parts };
}

function headingsOf(pieces: readonly Prose[], isOverview: boolean): PartHeading[] {
  const all = pieces.flatMap((piece, at) => {
    const heading = piece.kind === 'text' ? headingIn(piece, at, isOverview) : undefined;
    return heading ? [heading] : [];
  });
  const style = all[0]?.style;
  const own = all.filter((one) => one.style === style);
  // A lone heading without a number can be a short paragraph, and a heading needs a text.
  if (style === 'plain' && own.length < 2) return [];
  if (style === 'arabic' && own.length < 2) return [];
  const numbered = pieces.filter((piece) => piece.kind === 'text' && piece.number?.style === style).length;
  if (numbered > own.length && style !== 'marked' && style !== 'plain') return [];
  if (own.every(({ heading }) => /[，,]/u.test(heading))) return [];
  const isFilled = ({ at, rest }: PartHeading, index: number) =>
    rest !== '' || (own[index + 1]?.at ?? pieces.length) > at + 1;
  return own.every(isFilled) ? own : [];
}

/** Headings are not longer. */
const LONGEST = 30;
const ENDS = /[:。]/u;

function headingIn(line: PublishedLine, at: number, isOverview: boolean): PartHeading | undefined {
  const { number, squeezed, text, item } = line;
  const start = number?.length ?? 0;
  const body = squeezed.text.slice(start);
  const stop = body.search(ENDS);
  const title = stop < 0 ? body : body.slice(0, stop);
  if (title === '' || title.length > LONGEST || /[;?!]/u.test(title)) return undefined;
  const isAlone = stop < 0 ? body.length <= LONGEST : stop === body.length - 1;
  // 加强管理，做好审查。…… is a heading with its text; without a text it is a sentence.
  if (isAlone && title.includes(',')) return undefined;
  const style = styleOf(line, title, isAlone && !body.endsWith('。'), isOverview);
  if (style === undefined || (item && number === undefined && style !== 'marked')) return undefined;
  const from = squeezed.endOf(start);
  const to = squeezed.endOf(start + title.length);
  const heading = text.slice(from, to).trim();
  return { at, style, heading, rest: isAlone ? '' : text.slice(to).replace(/^[\s：:。]+/u, '') };
}

const LISTS: readonly NumberStyle[] = ['arabic', 'paren-arabic'];

function styleOf(
  line: PublishedLine,
  title: string,
  isAlone: boolean,
  isOverview: boolean,
): PartHeading['style'] | undefined {
  const { number, level } = line;
  const isAspect = isOverview && (NAME.test(title) || choicesMeant(title, ASPECTS).sure);
  if (number && !LISTS.includes(number.style)) return number.style;
  if (number) return isAspect ? number.style : undefined;
  if (level !== undefined || isBold(line)) return isAlone ? 'marked' : undefined;
  return isAspect && isAlone ? 'plain' : undefined;
}

/** The name of an aspect: 主动公开情况, 平台建设, 监督保障工作 */
const NAME =
  /^(?:政府信息|政务|做好|加强)?(?:主动公开|依申请公开|(?:政府)?信息(?:资源)?(?:规范化?)?管理|(?:政府信息)?(?:公开)?平台建设|监督保障|(?:公开)?监督(?:和|与)?保障)(?:政府信息)?(?:工作|方面|建设)?(?:的?情况)?$/u;

/** The aspect that a heading names; undefined if none or several. */
function aspectOf(heading: string): string | undefined {
  const words = heading.replace(/(?:方面|工作)?(?:的?情况)?[：:。]?$/u, '');
  const { meant } = choicesMeant(words, ASPECTS);
  return meant.length === 1 ? meant[0]?.value : undefined;
}
