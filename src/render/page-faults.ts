import type { Text } from '../diagnostics/text.ts';

/** Something in a finished page or file that is not as the report has it. */
export interface PageFault {
  /** Public, like the id of a rule: `glyph-missing`, `page-layout`, `page-content`. */
  readonly rule: string;
  readonly message: Text;
  readonly hint?: Text;
  /** The dotted path of the cell or text it concerns, where there is one. */
  readonly path?: string;
  /** What to look for in the report file, where no path is known. */
  readonly words?: string;
}

/** Thrown by a format whose finished page must not be handed out. */
export class PageFaults extends Error {
  constructor(readonly faults: readonly PageFault[]) {
    super(faults.map(({ message }) => message.en).join('; '));
  }
}

/** A character that no font has. */
export function missingGlyph(char: string): PageFault {
  const codePoint = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    rule: 'glyph-missing',
    message: {
      zh: `没有字体能印“${char}”（${codePoint}）`,
      en: `No font can print "${char}" (${codePoint})`,
    },
    hint: {
      zh: '换一个写法；表情符号和私用区的字不能印',
      en: 'Write it another way; emoji and private-use characters can not be printed',
    },
    words: char,
  };
}
