import { ODD_SPACES, UNSEEN } from '../characters.ts';
import { type Entry, entrySlip } from './entry.ts';
import { fenceSlip, isFence } from './fence.ts';
import { missingBraces, readFlow } from './flow.ts';
import { deeperSlip, indentSlip, rowsBelowSlip, shallowSlip, widthOf } from './indents.ts';
import { hasKeyLine, isTextKey, type Key, keyAt } from './key.ts';
import { keyPieces } from './key-pieces.ts';
import { isBlank, lineAfter, lineAt, oddIndent, type TextLine } from './lines.ts';
import { missingColon, pieceSlip } from './piece-slips.ts';
import { afterQuoted } from './quote.ts';
import type { Piece, Slip } from './slip.ts';
import { badValue } from './value.ts';

/** Nobody reads more findings of one file. */
const MOST = 100;

const MARK = new RegExp(`([-－—–−•·●])([ ${ODD_SPACES}${UNSEEN}]*)`, 'uy');
const BLOCK = /^[|>][+-]?[0-9]?[+-]?\s*(?:\s#.*)?$/;

/**
 * Looks through a text that YAML cannot read, or reads as something that no report has, for what a person may have meant:
 * full-width punctuation, spaces of other kinds, text without indent. Takes time in proportion to the length of the text.
 */
export function findSlips(text: string): Slip[] {
  const scan = new Scan(text);
  for (let at = 0; at <= text.length && scan.slips.length < MOST; ) at = scan.line(lineAt(text, at));
  return scan.finish();
}

class Scan {
  readonly slips: Slip[] = [];
  private entry: Entry | undefined;
  private hasLines = false;
  /** The marks of a code block around the whole report. */
  private opened: Slip | undefined;
  /** Indents of the keys above. */
  private columns: number[] = [0];
  /** Where the line of the last key that was a space short starts. */
  private shallow: number | undefined;

  constructor(private readonly text: string) {}

  /** Reads a line; returns the offset of the next. */
  line(line: TextLine): number {
    const { text, entry } = this;
    const next = lineAfter(text, line.end);
    if (isBlank(line)) return this.blank(line, next);
    if (entry?.kind === 'block' && line.indent >= (entry.content ?? entry.column + 1)) {
      entry.content ??= line.indent;
      if (entry.stray.length === 0) return next;
    }
    const isFirst = !this.hasLines;
    this.hasLines = true;
    if (isFence(text, line) && this.fence(line, isFirst)) return next;
    const sign = text[line.content];
    if (sign === '#' || sign === '＃') return this.comment(line, next);
    if (/^(?:---|\.\.\.|%YAML)/.test(text.slice(line.start, line.start + 5))) return next;
    MARK.lastIndex = line.content;
    const mark = MARK.exec(text);
    const keyStart = line.content + (mark?.[0].length ?? 0);
    const key = keyAt(text, keyStart);
    if (!key) return this.noKey(line, next, mark !== null);
    this.endEntry();
    const markPieces = mark ? piecesOf(mark, line.content) : [];
    const pieces: Piece[] = [...markPieces, ...keyPieces(text, key, false)];
    // A mark that is mended is a hyphen and a space.
    const column = this.indent(line, entry, key, mark !== null) + (markPieces.length > 0 ? 2 : (mark?.[0].length ?? 0));
    if (mark) this.columns = [...this.columns, column];
    return this.value(line, key, column, pieces);
  }

  finish(): Slip[] {
    this.endEntry();
    return this.slips.slice(0, MOST);
  }

  private blank(line: TextLine, next: number): number {
    const isInBlock = this.entry?.kind === 'block' && line.indent > this.entry.column;
    if (oddIndent(this.text, line) !== undefined && !isInBlock) this.slips.push(indentSlip(this.text, line, 0));
    return next;
  }

  /** Whether a line is a mark of a code block around the whole report: the first line, its end, or the last line. */
  private fence(line: TextLine, isFirst: boolean): boolean {
    const { text, opened } = this;
    const isLast = line.end + 200 > text.length && text.slice(line.end).trim() === '';
    if (!isFirst && !opened && !isLast) return false;
    this.endEntry();
    const slip = fenceSlip(text, line, opened);
    this.opened = isFirst ? slip : undefined;
    this.slips.splice(opened ? this.slips.indexOf(opened) : this.slips.length, opened ? 1 : 0, slip);
    return true;
  }

  private comment(line: TextLine, next: number): number {
    if (this.text[line.content] === '＃') {
      const piece: Piece = { kind: 'wide', sign: '＃', start: line.content, end: line.content + 1, text: '#' };
      this.slips.push(pieceSlip(this.text, line, [piece]));
    }
    const isOdd = oddIndent(this.text, line) !== undefined;
    if (isOdd)
      this.slips.push(
        indentSlip(this.text, line, widthOf(this.text.slice(line.start, line.content), this.columns, false)),
      );
    return next;
  }

  /** The column of a key or list item, once its indent is mended. */
  private indent(line: TextLine, above: Entry | undefined, key: Key, isItem: boolean): number {
    const { text, columns } = this;
    const isBelowKey = above === undefined || above.kind === 'empty';
    const isOdd = oddIndent(text, line) !== undefined;
    let column = isOdd ? widthOf(text.slice(line.start, line.content), columns, isBelowKey) : line.indent;
    const last = columns.at(-1) ?? 0;
    if (isOdd) this.slips.push(indentSlip(text, line, column));
    else if (above && !isBelowKey && column > last && above.column === last && !isTextKey(above.key.word)) {
      const value = text.slice(above.start, above.end);
      const isGroup = /^(?:0|null|~)$/.test(value);
      const slip = isGroup
        ? rowsBelowSlip(line, above.key.word, value)
        : deeperSlip(line, key.word, above.key.word, last);
      this.slips.push(slip);
      if (!isGroup) column = last;
    } else if (
      /^[a-z_]+$/.test(key.word) &&
      column < last &&
      !columns.includes(column) &&
      (isItem ? columns.includes(column + 1) : column + 1 === last && !this.isFirstTooFar(line, above))
    ) {
      column++;
      this.slips.push(shallowSlip(line, key.word, column));
      this.shallow = line.start;
    }
    this.columns = [...columns.filter((one) => one < column), column];
    return column;
  }

  /** Whether the keys below a first one agree on their column: then it is the first that has a space too many. */
  private isFirstTooFar(line: TextLine, above: Entry | undefined): boolean {
    const { text, shallow } = this;
    if (above === undefined) return false;
    const first = lineAt(text, text.lastIndexOf('\n', above.start) + 1);
    if (first.start === shallow || text[first.content] === '-') return false;
    return lineAt(text, lineAfter(text, line.end)).indent === line.indent;
  }

  private noKey(line: TextLine, next: number, isItem: boolean): number {
    const { text, entry } = this;
    const isFurtherDown = entry && line.indent > entry.column && oddIndent(text, line) === undefined;
    if (isFurtherDown && (entry.kind === 'plain' || entry.kind === 'empty') && !(isItem && entry.kind === 'empty')) {
      entry.lines.push(line);
      return next;
    }
    const colon = missingColon(text, line);
    if (colon && !(entry && isTextKey(entry.key.word) && entry.stray.length > 0)) {
      this.endEntry();
      this.slips.push(colon);
    } else if (entry && (!isItem || isTextKey(entry.key.word))) {
      entry.lines.push(line);
      entry.stray.push(line);
    }
    return next;
  }

  private value(line: TextLine, key: Key, column: number, pieces: Piece[]): number {
    const { text } = this;
    const found = pieces.find((piece) => piece.start > key.colon || piece.end > key.colon + 1);
    const from = Math.max(key.colon + 1, found?.end ?? 0);
    const start = Math.min(line.end, from + (/^\s*/.exec(text.slice(from, line.end))?.[0].length ?? 0));
    const all = text.slice(start, line.end).trimEnd();
    const comment = commentOf(all);
    const isHashtag = /^#[^\s#!]/.test(all) && (isTextKey(key.word) || /^#[^#]+#/.test(all));
    const written = isHashtag ? all : all.startsWith('#') ? '' : all.slice(0, all.length - comment.length);
    const entry = {
      key,
      column,
      start,
      end: start + written.length,
      comment: isHashtag ? '' : comment,
      lines: [],
      stray: [],
      bad: undefined,
    };
    let next = lineAfter(text, line.end);
    if (written === '') {
      this.entry = {
        ...entry,
        kind: 'empty',
        ...(all && { end: key.colon + 1, comment: text.slice(key.colon + 1, line.end) }),
      };
    } else if (written === '｜' || BLOCK.test(written)) {
      if (written === '｜') pieces.push({ kind: 'wide', sign: '｜', start, end: start + 1, text: '|' });
      this.entry = { ...entry, kind: 'block' };
    } else {
      const list = /^([［【])\s*([］】])$/u.exec(written);
      if (list) pieces.push({ kind: 'wide', sign: list[1] ?? '', start, end: entry.end, text: '[]' });
      const braces = missingBraces(text, entry, column);
      const flow = braces ? undefined : readFlow(text, start);
      if (braces) {
        pieces.push(braces);
        this.entry = { ...entry, kind: 'other' };
      } else if (flow) {
        for (const piece of flow.pieces) pieces.push(piece);
        next = lineAfter(text, Math.max(flow.end, line.start));
        const rest = flow.closed ? /^\s*([}｝]+)\s*$/u.exec(text.slice(flow.end, line.end)) : null;
        if (rest) pieces.push({ kind: 'extra', sign: rest[1] ?? '', start: flow.end, end: line.end, text: '' });
        this.entry = { ...entry, kind: 'other' };
      } else next = this.plain(entry, line, next, pieces);
    }
    if (pieces.length > 0) this.slips.push(pieceSlip(text, line, pieces));
    return next;
  }

  private plain(entry: Omit<Entry, 'kind'>, line: TextLine, next: number, pieces: Piece[]): number {
    const { text } = this;
    const { start, end, key } = entry;
    const sign = text[start];
    const closed = sign === '"' || sign === "'" ? afterQuoted(text, start) : undefined;
    const isOneLine = closed !== undefined && closed <= line.end;
    if ((sign === '"' || sign === "'") && !isOneLine) {
      if (/[”“’‘]$/u.test(text.slice(start, end))) {
        pieces.push({ kind: 'quote', sign: text[end - 1] ?? '', start: end - 1, end, text: sign });
        this.entry = { ...entry, kind: 'other' };
        return next;
      }
      this.entry = { ...entry, kind: 'other' };
      // An unclosed quote would end anywhere: the parser says where it was opened.
      return closed === undefined || hasKeyLine(text, next, closed) ? text.length + 1 : lineAfter(text, closed);
    }
    this.entry = { ...entry, kind: isOneLine ? 'other' : 'plain', bad: badValue(text, key, start, end) };
    if (this.entry.bad) this.entry = { ...this.entry, kind: 'plain' };
    return next;
  }

  private endEntry(): void {
    const slip = this.entry && entrySlip(this.text, this.entry);
    if (slip) this.slips.push(slip);
    this.entry = undefined;
  }
}

/** The comment at the end of a value, with the spaces before it. */
function commentOf(written: string): string {
  const at = written.startsWith('#') ? 0 : written.search(/\s#\s/);
  return at < 0 ? '' : written.slice(written.slice(0, at).trimEnd().length);
}

/** A list item: `－ key`, `-key`. */
function piecesOf(mark: RegExpExecArray, at: number): Piece[] {
  const [all, sign = '', blank] = mark;
  if (sign === '-' && blank !== '') return [];
  if (sign === '-') return [{ kind: 'space', sign: '-', start: at + 1, end: at + 1, text: ' ' }];
  return [{ kind: 'wide', sign, start: at, end: at + all.length, text: '- ' }];
}
