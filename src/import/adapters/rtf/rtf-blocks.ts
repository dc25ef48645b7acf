import type { ContentBlock } from '../../document.ts';
import { damaged, tooLarge } from '../container/refusals.ts';
import { FlowReader, NOTE } from '../office/flow.ts';
import { RowWords } from './rtf-rows.ts';
import { rtfTokens } from './tokens.ts';

/** Text that a group collects. Groups of notes, headers and text boxes have one of their own. */
interface Sink {
  readonly kind: 'main' | 'note' | 'furniture' | 'box' | 'label' | 'styles' | 'nowhere';
  text: string;
}

interface Group {
  sink: Sink;
  /** Characters that follow a Unicode character for older programs. */
  skip: number;
  hidden: boolean;
  charset: string | undefined;
}

/** Groups whose text is not printed. */
const NOWHERE =
  /^(fonttbl|colortbl|info|pict|fldinst|nonshppict|nonesttables|listtable|listoverridetable|revtbl|rsidtbl|generator|themedata|colorschememapping|datastore|latentstyles|xmlnstbl|object|objdata|bkmkstart|bkmkend|filetbl|annotation|atnid|atnauthor|pnseclvl\d?|xe|tc|sp|shpinst)$/u;
const FURNITURE = /^(header|footer)[lrf]?$/u;
const SIGNS: Readonly<Record<string, string>> = {
  tab: ' ',
  line: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
  bullet: '•',
};
/** Groups in groups. */
const DEEPEST = 500;
const WESTERN = 'windows-1252';

/** The blocks of an RTF document in reading order, headers and footers last. Throws a `Refusal` if it is damaged. */
export function rtfBlocks(rtf: string): { blocks: ContentBlock[]; pictures: boolean } {
  const reader = new RtfReader();
  for (const token of rtfTokens(rtf)) {
    if (token.kind === 'open') reader.open();
    else if (token.kind === 'close') reader.close();
    else if (token.kind === 'word') reader.word(token.word, token.value);
    else reader.bytes(token.text);
  }
  return reader.end();
}

class RtfReader {
  private readonly notes: string[] = [];
  private readonly boxes: string[] = [];
  private readonly furniture = new Set<string>();
  private readonly flow = new FlowReader(this.notes);
  private readonly main: Sink = { kind: 'main', text: '' };
  private group: Group = { sink: this.main, skip: 1, hidden: false, charset: undefined };
  private readonly groups: Group[] = [];
  private readonly row = new RowWords();
  private readonly fonts = new Map<number, string>();
  private font = 0;
  private inFonts = false;
  /** Levels of headings by the number of their style. */
  private readonly levels = new Map<number, number>();
  private style = 0;
  /** Of the paragraph. */
  private table = {
    inTable: false,
    depth: undefined as number | undefined,
    item: 0,
    level: undefined as number | undefined,
  };
  private page = WESTERN;
  private pending = '';
  /** The number or bullet that is printed before the paragraph. */
  private label = '';
  private left = 0;
  private optional = false;
  private pictures = false;

  open(): void {
    this.flush();
    if (this.groups.length > DEEPEST) throw tooLarge();
    this.groups.push(this.group);
    this.group = { ...this.group };
    this.optional = false;
  }

  close(): void {
    this.flush();
    const before = this.groups.pop();
    if (!before) throw damaged();
    this.left = 0;
    const { sink } = this.group;
    if (sink.kind === 'styles') this.styleNamed(sink);
    else if (sink !== before.sink) this.ended(sink);
    if (this.groups.length === 1) this.inFonts = false;
    this.group = before;
  }

  /** Each style is a group that ends with its name. */
  private styleNamed(sink: Sink): void {
    const level = /(?:heading|标题) ?([1-9]);\s*$/iu.exec(sink.text)?.[1];
    if (level !== undefined) this.levels.set(this.style, Number(level));
    sink.text = '';
  }

  private ended({ kind, text }: Sink): void {
    if (kind === 'note') this.notes.push(text);
    if (kind === 'label') this.label = text.trim();
    if (kind === 'box') this.boxes.push(text);
    if (kind === 'furniture') this.furniture.add(text);
  }

  /** Bytes of text: they are decoded together, since a Chinese character has two. */
  bytes(text: string): void {
    const kept = this.left > 0 ? text.slice(this.left) : text;
    this.left = Math.max(0, this.left - text.length);
    if (!this.group.hidden && this.group.sink.kind !== 'nowhere') this.pending += kept;
  }

  private flush(): void {
    if (this.pending === '') return;
    const bytes = Buffer.from(this.pending, 'latin1');
    this.pending = '';
    this.group.sink.text += new TextDecoder(this.group.charset ?? this.page).decode(bytes);
  }

  word(word: string, value: number | undefined): void {
    if (word === 'u') {
      this.flush();
      const code = (value ?? 0) & 0xffff;
      if (!this.group.hidden) this.group.sink.text += String.fromCharCode(code);
      this.left = this.group.skip;
      return;
    }
    this.left = 0;
    this.flush();
    if (this.destination(word) || this.paragraphWord(word, value)) return;
    this.row.take(word, value);
    if (SIGNS[word] !== undefined) this.group.sink.text += SIGNS[word];
    else if (word === 'uc') this.group.skip = value ?? 1;
    else if (word === 'v' || word === 'deleted') this.group.hidden = value !== 0;
    else if (word === 'plain') {
      this.group.hidden = false;
      this.group.charset = undefined;
    } else if (word === 'ansicpg' && value === 936) this.page = 'gb18030';
    else this.fontWord(word, value);
  }

  /** Chinese fonts say that their bytes are GBK. */
  private fontWord(word: string, value: number | undefined): void {
    if (word === 'f' && this.inFonts) this.font = value ?? 0;
    else if (word === 'f') this.group.charset = this.fonts.get(value ?? 0);
    else if (word === 'fcharset' && value === 134) this.fonts.set(this.font, 'gb18030');
  }

  /** A word that says what a group is for. True if it was one. */
  private destination(word: string): boolean {
    const optional = this.optional;
    this.optional = word === '*';
    if (word === '*') return true;
    if (word === 'fonttbl') this.inFonts = true;
    if (word === 'pict') this.pictures = true;
    const { sink } = this.group;
    if (word === 'footnote') {
      sink.text += NOTE;
      this.into('note');
    } else if (word === 'shptxt') this.group.sink = newSink('box');
    else if (word === 'listtext' || word === 'pntext') this.into('label');
    else if (word === 'stylesheet') this.into('styles');
    else if (FURNITURE.test(word)) this.into('furniture');
    else if (NOWHERE.test(word) || (optional && !/^(nesttableprops|shppict|fldrslt)$/u.test(word)))
      this.into('nowhere');
    else return false;
    return true;
  }

  private into(kind: Sink['kind']): void {
    if (this.group.sink.kind !== 'nowhere') this.group = { ...this.group, sink: { kind, text: '' } };
  }

  /** A word about paragraphs and cells. True if it was one. */
  private paragraphWord(word: string, value: number | undefined): boolean {
    const { kind } = this.group.sink;
    if (word === 'pard') this.table = { inTable: false, depth: undefined, item: 0, level: undefined };
    else if (word === 'intbl') this.table.inTable = true;
    else if (word === 'itap') this.table.depth = value;
    else if (word === 'ilvl') this.table.item = value ?? 0;
    else if (word === 's' && kind === 'styles') this.style = value ?? 0;
    else if (word === 's') this.table.level = this.levels.get(value ?? 0);
    else if (word === 'outlinelevel') this.table.level = (value ?? 9) < 9 ? (value ?? 0) + 1 : undefined;
    else if (!/^(par|sect|page|cell|row|nestcell|nestrow)$/u.test(word)) return false;
    else if (kind !== 'main') this.group.sink.text += kind === 'nowhere' ? '' : '\n';
    else this.paragraph(word);
    return true;
  }

  private paragraph(end: string): void {
    const { inTable, depth, level, item: itemDepth } = this.table;
    const { label } = this;
    const isItem = end === 'par' && !inTable && level === undefined && /^(\d+[.)、．]?|\P{L})$/u.test(label);
    const text = (isItem ? '' : label) + this.main.text;
    this.main.text = this.label = '';
    const item = isItem ? { ordered: /\d/u.test(label), depth: itemDepth } : undefined;
    const inner = Math.max(depth ?? 0, 2);
    if (end === 'cell') this.flow.paragraph({ text, depth: 1, ends: 'cell' });
    else if (end === 'row') this.flow.paragraph({ text: '', depth: 1, ends: 'row', row: this.row.definition() });
    else if (end === 'nestcell') this.flow.paragraph({ text, depth: inner, ends: 'cell' });
    else if (end === 'nestrow')
      this.flow.paragraph({ text: '', depth: inner, ends: 'row', row: this.row.definition() });
    else this.flow.paragraph({ text, depth: depth ?? (inTable ? 1 : 0), level, item });
    for (const box of this.boxes.splice(0)) if (!inTable) this.flow.text(box, {});
  }

  end(): { blocks: ContentBlock[]; pictures: boolean } {
    this.flush();
    if (this.groups.length > 0) throw damaged();
    this.paragraph('par');
    this.flow.close(0);
    for (const text of [...this.notes, ...this.boxes]) this.flow.text(text, {});
    for (const text of this.furniture) this.flow.text(text, { furniture: true });
    return { blocks: this.flow.blocks, pictures: this.pictures };
  }
}

const newSink = (kind: Sink['kind']): Sink => ({ kind, text: '' });
