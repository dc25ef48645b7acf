import type { FilePlace } from '../document.ts';
import type { Unplaced } from '../reading.ts';
import { placeText } from '../words.ts';
import { clean, comment } from './scalars.ts';
import type { Written } from './written.ts';

/** What has no place in a report file, at its end as comments, line by line: nothing of the file is dropped. */
export function leftoverLines({ reading, texts, facts }: Written): string[] {
  const all = [...reading.tables.leftovers, ...reading.texts.leftovers];
  const left: { readonly text: string; readonly place?: FilePlace }[] = [
    ...facts.rest().map(({ path, value, place }) => ({ text: `${path}: ${value}`, place })),
    ...texts.rest().map(([path, text]) => ({ text: `${path}: ${text}` })),
    ...all.filter(({ furniture }) => !furniture),
  ];
  const lines = left.flatMap(({ text, place }) => {
    const where = placeText(place).zh;
    const [first = '', ...others] = clean(text).split('\n');
    return [comment(where === '' ? first : `${where}：${first}`), ...others.map((line) => comment(`  ${line}`))];
  });
  return [
    ...(lines.length === 0 ? [] : [comment('文件里的下列内容在报告里没有位置，照录备查，可以删去：'), ...lines, '']),
    ...furnitureLines(all.filter(({ furniture }) => furniture)),
  ];
}

/** The texts of the page around the report are not longer together, in characters, and so is each of them. */
const LONGEST = 3000;
const LONGEST_TEXT = 300;
/** A line of the comment ends behind the text that reaches this length. */
const LINE = 60;

/** The texts of the page around the report, as one block. */
function furnitureLines(all: readonly Unplaced[]): string[] {
  const lines = [''];
  let length = 0;
  let count = 0;
  for (const { text } of all) {
    const words = clean(text).replace(/\s+/gu, ' ');
    const shown = words.length > LONGEST_TEXT ? `${words.slice(0, LONGEST_TEXT)}……` : words;
    length += shown.length;
    if (length > LONGEST) break;
    count++;
    const line = lines.at(-1) ?? '';
    if (line === '' || line.length >= LINE) lines.push(shown);
    else lines[lines.length - 1] = `${line}；${shown}`;
  }
  if (count === 0) return [];
  const more = count < all.length ? [comment(`……另有 ${all.length - count} 段，没有列出`)] : [];
  const [, ...shown] = lines;
  return [comment('页面上的其他文字（导航、按钮、页眉页脚等）：'), ...shown.map(comment), ...more, ''];
}
