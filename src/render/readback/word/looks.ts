import { visible } from '../blocks.ts';
import { MAIN, readText, STYLES, type WordParts, xmlIn } from './parts.ts';
import { type CharacterLook, LookReader, WordStyles } from './styles.ts';

/** The visible characters of a document in their order, with the look of each as far as its styles tell. */
export interface LookedText {
  readonly text: string;
  /** One for each UTF-16 unit of `text`. */
  readonly looks: readonly CharacterLook[];
}

/** Reads the text of the main part with the looks that paragraph styles, table styles and the text itself give. */
export function looksOf(parts: WordParts): LookedText {
  const styles = new WordStyles(xmlIn(parts, STYLES));
  const reader = new LookReader();
  const looks: CharacterLook[] = [];
  const tables: (string | undefined)[] = [];
  let [paragraph, own, inRun, text] = [undefined as string | undefined, {} as CharacterLook, false, ''];
  readText(xmlIn(parts, MAIN), {
    open(tag, attributes) {
      if (tag === 'w:tbl') tables.push(undefined);
      if (tag === 'w:tblStyle') tables[tables.length - 1] = attributes['w:val'];
      if (tag === 'w:p') paragraph = undefined;
      if (tag === 'w:pStyle') paragraph = attributes['w:val'];
      if (tag === 'w:r') [inRun, own] = [true, {}];
      reader.open(tag, attributes);
    },
    shown(more) {
      const look = { ...styles.lookOf(tables.at(-1), paragraph), ...styles.of(own.rStyle), ...own };
      const added = visible(more);
      text += added;
      for (let count = 0; count < added.length; count++) looks.push(look);
    },
    close(tag) {
      if (tag === 'w:tbl') tables.pop();
      if (tag === 'w:r') inRun = false;
      const read = reader.close(tag);
      // The properties of a paragraph's mark are not those of its text.
      if (read && inRun) own = read;
    },
  });
  return { text, looks };
}

/** Where the same text looks different, by the property: the first range and how many there are. */
export interface OtherLook {
  readonly property: string;
  readonly start: number;
  readonly end: number;
  readonly ranges: number;
  readonly found: string;
  readonly expected: string;
}

/** Compares the looks of two equal texts. */
export function otherLooks(found: LookedText, expected: LookedText): OtherLook[] {
  const others: OtherLook[] = [];
  for (const property of PROPERTIES) {
    let first: OtherLook | undefined;
    let [ranges, isOther] = [0, false];
    for (let at = 0; at <= expected.text.length; at++) {
      const [one, two] = [found, expected].map((each) => valueAt(each, at, property)) as [string, string];
      if (one !== two && !isOther) {
        ranges++;
        first ??= { property, start: at, end: at, ranges, found: one, expected: two };
      }
      if (first && ranges === 1 && one !== two) first = { ...first, end: at + 1 };
      isOther = one !== two;
    }
    if (first) others.push({ ...first, ranges });
  }
  return others;
}

const PROPERTIES =
  'vanish webHidden color sz font strike dstrike highlight shd vertAlign position w spacing u b i caps smallCaps effect outline emboss imprint'.split(
    ' ',
  );

/** Chinese characters have a font of their own. */
function valueAt({ text, looks }: LookedText, at: number, property: string): string {
  const look = looks[at] ?? {};
  if (property !== 'font') return look[property] ?? (property === 'sz' && at < text.length ? DEFAULT_SIZE : '');
  return look[text.charAt(at) < '\u2e80' ? 'ascii' : 'eastAsia'] ?? '';
}

/** Half points: the size of Word where nothing gives one. */
const DEFAULT_SIZE = '20';
