import { strFromU8 } from 'fflate';
import { Parser } from 'htmlparser2';

/** The parts of a Word document by name. */
export type WordParts = ReadonlyMap<string, Uint8Array>;

export const MAIN = 'word/document.xml';
export const STYLES = 'word/styles.xml';

export const xmlIn = (parts: WordParts, name: string): string => strFromU8(parts.get(name) ?? new Uint8Array());

type Attributes = Readonly<Record<string, string>>;

interface XmlHandlers {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Reads XML as written: entities are not defined, and nothing is loaded. */
export function readXml(xml: string, { open, text, close }: XmlHandlers): void {
  const handlers = {
    ...(open && { onopentag: open }),
    ...(text && { ontext: text }),
    ...(close && { onclosetag: close }),
  };
  new Parser(handlers, { xmlMode: true }).end(xml);
}

interface TextHandlers extends Omit<XmlHandlers, 'text'> {
  /** Text that is shown. */
  readonly shown: (text: string) => void;
  /** The instruction of a field. */
  readonly instruction?: (text: string) => void;
}

/** Reads a part with text. The dash that never ends a line is shown as a plain one. */
export function readText(xml: string, { open, close, shown, instruction }: TextHandlers): void {
  let inside = '';
  readXml(xml, {
    open(tag, attributes) {
      inside = tag;
      open?.(tag, attributes);
      if (tag === 'w:noBreakHyphen') shown('-');
    },
    text(text) {
      if (inside === 'w:t') shown(text);
      if (inside === 'w:instrText') instruction?.(text);
    },
    close(tag) {
      inside = '';
      close?.(tag);
    },
  });
}

/** False for a property that is switched off, which programs may write for nothing. */
export const isOn = (attributes: Attributes): boolean =>
  !['0', 'false', 'off', 'none'].includes(attributes['w:val'] ?? '');

/** The program that saved a document (ours names none), and its title and author. */
export function propertiesIn(parts: WordParts): { program?: string; title: string; author: string } {
  const app = textsIn(xmlIn(parts, 'docProps/app.xml'));
  const core = textsIn(xmlIn(parts, 'docProps/core.xml'));
  // LibreOffice/7.4.7.2$Linux_X86_64 …
  const program = app.get('Application')?.split(/[/$]/u)[0]?.trim().slice(0, QUOTED);
  return { ...(program && { program }), title: core.get('dc:title') ?? '', author: core.get('dc:creator') ?? '' };
}

const QUOTED = 40;

/** The texts of elements, the last of each name. */
function textsIn(xml: string): Map<string, string> {
  const texts = new Map<string, string>();
  let [name, own] = ['', ''];
  readXml(xml, {
    open(tag) {
      [name, own] = [tag, ''];
    },
    text(text) {
      own += text;
    },
    close(tag) {
      if (tag === name) texts.set(tag, own);
    },
  });
  return texts;
}
