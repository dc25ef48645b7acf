import type { FilePlace } from '../document.ts';
import { placeText } from '../words.ts';
import { clean, comment } from './scalars.ts';
import type { Written } from './written.ts';

/** What has no place in a report file, at its end as comments, line by line: nothing of the file is dropped. */
export function leftoverLines({ reading, texts, facts }: Written): string[] {
  const { tables, texts: read } = reading;
  const left: { readonly text: string; readonly place?: FilePlace }[] = [
    ...facts.rest().map(({ path, value, place }) => ({ text: `${path}: ${value}`, place })),
    ...texts.rest().map(([path, text]) => ({ text: `${path}: ${text}` })),
    ...tables.leftovers,
    ...read.leftovers,
  ];
  if (left.length === 0) return [];
  return [
    comment('文件里的下列内容在报告里没有位置，照录备查，可以删去：'),
    ...left.flatMap(({ text, place }) => {
      const where = placeText(place).zh;
      const [first = '', ...others] = clean(text).split('\n');
      return [comment(where === '' ? first : `${where}：${first}`), ...others.map((line) => comment(`  ${line}`))];
    }),
    '',
  ];
}
