const SPACE = 32;

/** Goes through the lines of a text that have content: no blank lines, no comments. */
export class Lines {
  /** The offset of the current line. */
  start = 0;
  /** The spaces before its content; -1 after the last line. */
  indent = -1;
  /** The offset of its line break, or of the end of the text. */
  end = -1;

  constructor(readonly text: string) {
    this.next(0);
  }

  get content(): number {
    return this.start + this.indent;
  }

  /** Goes to the first line with content that starts at or after an offset, which is the start of a line. */
  next(from = this.end + 1): void {
    const { text } = this;
    this.indent = -1;
    for (let at = from; at < text.length && this.indent < 0; at = this.end + 1) {
      const feed = text.indexOf('\n', at);
      this.start = at;
      this.end = feed < 0 ? text.length : feed;
      const content = this.afterSpaces(at);
      if (content < this.end && text[content] !== '#') this.indent = content - at;
    }
  }

  /** Whether the content is an item of a list. */
  get isItem(): boolean {
    const after = this.content + 1;
    return this.indent >= 0 && this.text[after - 1] === '-' && (after === this.end || this.text[after] === ' ');
  }

  afterSpaces(from: number): number {
    let at = from;
    while (this.text.charCodeAt(at) === SPACE) at++;
    return at;
  }
}
