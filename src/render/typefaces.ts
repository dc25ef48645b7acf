import { Parser } from 'htmlparser2';
import type { FamilyId } from '../fonts/families.ts';

/** The typeface of each element, the same as in the style sheet. All other elements are in 宋体. */
const FAMILY_BY_TAG: Readonly<Record<string, FamilyId>> = {
  h1: 'title',
  h2: 'hei',
  h3: 'kai',
  h4: 'hei',
  h5: 'hei',
  h6: 'hei',
  strong: 'hei',
  em: 'kai',
};

/** The characters of page numbers, which come from the style sheet and not from the text. */
const PAGE_NUMBER = '— 0123456789';
const NO_TEXT = new Set(['head', 'style', 'script', 'template']);

/** The characters of a page in each typeface. 宋体 gets all of them, because it is the fallback for the others. */
export function charactersByFamily(html: string): Partial<Record<FamilyId, Set<string>>> {
  const used: Record<FamilyId, Set<string>> = {
    song: new Set(PAGE_NUMBER),
    hei: new Set(),
    kai: new Set(),
    title: new Set(),
  };
  const open: string[] = [];
  const parser = new Parser({
    onopentagname: (name) => void open.push(name),
    onclosetag: () => void open.pop(),
    ontext: (text) => {
      if (open.some((name) => NO_TEXT.has(name))) return;
      const tag = open.findLast((name) => FAMILY_BY_TAG[name]);
      for (const char of text) {
        used.song.add(char);
        if (tag) used[FAMILY_BY_TAG[tag] as FamilyId].add(char);
      }
    },
  });
  parser.end(html);
  return Object.fromEntries(Object.entries(used).filter(([, characters]) => characters.size > 0));
}
