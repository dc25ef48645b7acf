import { inflateSync } from 'node:zlib';
import {
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** The objects of a right document, to be broken in one way. */
export class Broken {
  readonly context: PDFContext;
  /** The bytes of the file, one character each. */
  text: string;

  constructor(context: PDFContext, text: string) {
    this.context = context;
    this.text = text;
  }

  /** The dictionaries with this type, subtype or role. */
  all(name: string): PDFDict[] {
    const isMeant = (dict: PDFDict) => ['Type', 'Subtype', 'S'].some((key) => dict.get(N(key)) === N(name));
    return this.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict && isMeant(object) ? [object] : []));
  }

  the(name: string): PDFDict {
    const [found] = this.all(name);
    if (!found) throw new Error(`no ${name}`);
    return found;
  }

  get catalog(): PDFDict {
    return this.the('Catalog');
  }

  /** A dictionary in one of these; it is made if there is none. */
  in(dict: PDFDict, key: string): PDFDict {
    const own = dict.lookup(N(key));
    if (own instanceof PDFDict) return own;
    const made = this.context.obj({});
    dict.set(N(key), made);
    return made;
  }

  resource(kind: string): PDFDict {
    const all = this.in(this.in(this.the('Page'), 'Resources'), kind);
    return all.lookup(all.keys()[0] as PDFName, PDFDict);
  }

  set(dict: PDFDict, values: Record<string, unknown>): void {
    for (const [key, value] of Object.entries(values)) dict.set(N(key), this.context.obj(value as never) as PDFObject);
  }

  drop(dict: PDFDict, ...keys: string[]): void {
    for (const key of keys) dict.delete(N(key));
  }

  add(values: Record<string, unknown>): PDFRef {
    return this.context.register(this.context.obj(values as never) as PDFObject);
  }

  /** Gives an element another role. */
  role(from: string, to: string): PDFDict {
    const dict = this.the(from);
    dict.set(N('S'), N(to));
    return dict;
  }

  /** Changes the operators of the first page. */
  content(change: (operators: string) => string): void {
    this.stream(this.the('Page'), 'Contents', change);
  }

  xmp(change: (xmp: string) => string): void {
    this.stream(this.catalog, 'Metadata', change, { Type: 'Metadata', Subtype: 'XML' });
  }

  /** Changes the text of a stream. */
  stream(dict: PDFDict, key: string, change: (text: string) => string, kind?: Record<string, string>): void {
    const stream = dict.lookup(N(key));
    if (!(stream instanceof PDFRawStream)) throw new Error('no stream');
    const encoding = kind ? 'utf8' : 'latin1';
    const bytes = kind ? stream.contents : inflateSync(stream.contents);
    const before = Buffer.from(bytes).toString(encoding);
    const after = change(before);
    if (after === before) throw new Error('nothing was changed');
    const changed = Buffer.from(after, encoding);
    const made = kind ? this.context.stream(changed, kind) : this.context.flateStream(changed);
    dict.set(N(key), this.context.register(made));
  }

  /** Changes the bytes of the file. */
  bytes(from: string | RegExp, to: string): void {
    const after = this.text.replace(from, to);
    if (after === this.text) throw new Error('nothing was changed');
    this.text = after;
  }
}

export const N = (name: string): PDFName => PDFName.of(name);
export const string = (text: string): PDFString => PDFString.of(text);
