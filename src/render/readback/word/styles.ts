import { isOn, readXml } from './parts.ts';

/** Properties of characters, by the name of their element in the standard (`sz`, `color`), normalized. */
export type CharacterLook = Readonly<Record<string, string>>;

interface WordStyle {
  readonly name: string;
  readonly basedOn: string | undefined;
  readonly look: CharacterLook;
}

/** The styles of a document. */
export class WordStyles {
  readonly #styles = new Map<string, WordStyle>();
  readonly #defaults: CharacterLook;
  #paragraph = '';

  constructor(xml: string) {
    const look = new LookReader();
    const defaults: Record<string, string> = {};
    let [style, name, basedOn, own] = ['', '', undefined as string | undefined, {} as Record<string, string>];
    let isConditional = false;
    let isDefaults = false;
    readXml(xml, {
      open: (tag, attributes) => {
        const value = attributes['w:val'] ?? '';
        if (tag === 'w:rPrDefault') isDefaults = true;
        if (tag === 'w:tblStylePr') isConditional = true;
        if (tag === 'w:style') {
          [style, name, basedOn, own] = [attributes['w:styleId'] ?? '', '', undefined, {}];
          if (attributes['w:type'] === 'paragraph' && attributes['w:default'] === '1') this.#paragraph = style;
        }
        if (tag === 'w:name') name = value;
        if (tag === 'w:basedOn') basedOn = value;
        look.open(tag, attributes);
      },
      close: (tag) => {
        if (tag === 'w:rPrDefault') isDefaults = false;
        if (tag === 'w:tblStylePr') isConditional = false;
        if (tag === 'w:style') this.#styles.set(style, { name, basedOn, look: own });
        const read = look.close(tag);
        if (!read) return;
        if (isDefaults) Object.assign(defaults, read);
        else if (isConditional) for (const [key, one] of Object.entries(read)) own[key] = `${own[key] ?? ''} ${one}`;
        else Object.assign(own, read);
      },
    });
    this.#defaults = defaults;
  }

  /** Our name of a style: other programs give styles other ids, and keep their names. */
  idOf = (id: string): string => {
    const name = this.#styles.get(id)?.name ?? id;
    const level = /^heading (\d)$/iu.exec(name)?.[1];
    return level === undefined ? (/^title$/iu.test(name) ? 'Title' : id) : `Heading${level}`;
  };

  /** The look of characters with these styles: the defaults first, then each style on top of those before it. */
  lookOf(table: string | undefined, paragraph: string | undefined): CharacterLook {
    return { ...this.#defaults, ...this.of(table), ...this.of(paragraph ?? this.#paragraph) };
  }

  /** What a style and those that it is based on say. */
  of(id: string | undefined, depth = 0): CharacterLook {
    const style = id === undefined ? undefined : this.#styles.get(id);
    return style && depth < DEEPEST ? { ...this.of(style.basedOn, depth + 1), ...style.look } : {};
  }
}

/** A style is based on a few others; one based on itself would never end. */
const DEEPEST = 20;

/** Collects the properties in an element `w:rPr`. */
export class LookReader {
  #look: Record<string, string> | undefined;
  #changes = 0;

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (tag === 'w:rPr' && this.#changes === 0) this.#look = {};
    if (tag === 'w:rPrChange') this.#changes++;
    else if (this.#look && this.#changes === 0) Object.assign(this.#look, lookIn(tag, attributes));
  }

  /** The properties, at the end of their element. */
  close(tag: string): CharacterLook | undefined {
    if (tag === 'w:rPrChange') this.#changes--;
    if (tag !== 'w:rPr' || this.#changes > 0) return undefined;
    const look = this.#look;
    this.#look = undefined;
    return look;
  }
}

const TOGGLES = new Set('b i strike dstrike caps smallCaps vanish webHidden outline shadow emboss imprint'.split(' '));
const VALUES = new Set('sz color highlight vertAlign position w spacing u effect em rStyle'.split(' '));
/** Values that say the same as none. */
const NONE = new Set(['', 'auto', '000000', 'none', 'baseline', '0', '100', 'FFFFFF auto']);

function lookIn(tag: string, attributes: Readonly<Record<string, string>>): CharacterLook {
  const name = tag.replace(/^w:/u, '');
  if (TOGGLES.has(name)) return { [name]: isOn(attributes) ? 'on' : '' };
  if (name === 'rFonts') return fontsIn(attributes);
  if (name === 'shd') return { shd: plain(attributes['w:fill'] ?? '') };
  if (tag.startsWith('w14:')) return { effect: tag };
  if (!VALUES.has(name)) return {};
  const theme = attributes['w:themeColor'];
  return { [name]: plain(attributes['w:val'] ?? '') + (theme === undefined ? '' : ` ${theme}`) };
}

const plain = (value: string): string => (NONE.has(value) ? '' : value);

/** `ascii` is the font of Latin letters and digits, `eastAsia` that of Chinese. */
function fontsIn(attributes: Readonly<Record<string, string>>): CharacterLook {
  const look: Record<string, string> = {};
  for (const script of ['ascii', 'eastAsia']) {
    const font = attributes[`w:${script}Theme`] ?? attributes[`w:${script}`];
    if (font !== undefined) look[script] = font;
  }
  return look;
}
