import type { Random } from './random.ts';
import { COMMENTS, HEADERS, KEYS, ODD_HEADERS, ODD_KEYS, ODD_LINES, ODD_VALUES, TEXT, VALUES } from './yaml-pieces.ts';

/** Makes YAML near the border of what the quick reader reads: mostly ordinary lines, each with a chance of something odd. */

/** The chance that a line, key or value is odd. */
const SHARES = [0, 0, 0.003, 0.005, 0.01, 0.03, 0.1];

export function yamlDocument(random: Random): string {
  const maker = new Maker(random, random.pick(SHARES));
  const text = maker.map(0, 0, random.below(10) + 1).join('\n');
  const end = random.pick(['\n', '\n', '\n', '', '\n\n', '\n  ', '\n# c', '\n...\n', ' ']);
  const whole = `${random.chance(0.02) ? random.pick(['\ufeff', '---\n', '%YAML 1.2\n---\n', ' ', '\n\n', '# c\n', '\t']) : ''}${text}${end}`;
  return random.chance(0.02) ? whole.replaceAll('\n', '\r\n') : whole;
}

class Maker {
  constructor(
    private readonly random: Random,
    private readonly share: number,
  ) {}

  private one(usual: readonly string[], odd: readonly string[]): string {
    return this.random.pick(this.random.chance(this.share) ? odd : usual);
  }

  private comment(chance: number): string {
    const { random } = this;
    return random.chance(chance)
      ? `${random.chance(this.share) ? random.pick(['', '\t', '\u3000']) : random.pick([' ', '  '])}${random.pick(COMMENTS)}`
      : '';
  }

  /** The lines of a map; mostly with different keys. */
  map(indent: number, depth: number, size: number): string[] {
    const { random } = this;
    const lines: string[] = [];
    for (let index = 0; index < size; index++) {
      const odd = this.random.chance(this.share);
      const key = odd
        ? random.pick(ODD_KEYS)
        : `${random.pick(KEYS)}${random.chance(0.01) || size < 2 ? '' : index || ''}`;
      const pad = ' '.repeat(Math.max(0, indent + (random.chance(this.share / 4) ? random.below(5) - 2 : 0)));
      this.between(lines, indent);
      const [first = '', ...rest] = this.value(indent, depth);
      const colon = random.chance(this.share / 4) ? random.pick([':', '', ' :', '：', '::', ':\t']) : ':';
      lines.push(`${pad}${key}${colon}${first}`, ...rest);
    }
    return lines;
  }

  private list(indent: number, depth: number): string[] {
    const { random } = this;
    const lines: string[] = [];
    for (let left = 1 + random.below(3); left > 0; left--) {
      const pad = ' '.repeat(indent);
      const gap = random.chance(this.share) ? random.pick(['  ', '   ', '', '\t']) : ' ';
      this.between(lines, indent);
      if (random.chance(0.5)) {
        const [first = '', ...rest] = this.map(indent + 1 + gap.length, depth + 1, 1 + random.below(3));
        lines.push(`${pad}-${gap}${first.trimStart()}`, ...rest);
      } else {
        // Mostly a value on the line; an empty item is odd.
        const [first = '', ...rest] = this.value(indent, random.chance(this.share) ? depth + 1 : 5);
        lines.push(`${pad}-${first}`, ...rest);
      }
    }
    return lines;
  }

  /** What follows a colon or dash, and the lines below. */
  private value(indent: number, depth: number): string[] {
    const { random } = this;
    const space = random.chance(this.share / 2) ? random.pick(['  ', '   ', '', '\t']) : ' ';
    const below = indent + random.pick([2, 2, 2, 2, 4, 1, 3]);
    const kind = random.below(depth > 4 ? 6 : 10);
    if (kind < 5) return [`${space}${this.one(VALUES, ODD_VALUES)}${this.comment(0.15)}`, ...this.more(below)];
    if (kind === 5) return [`${space}${this.one(HEADERS, ODD_HEADERS)}`, ...this.text(below)];
    if (kind < 8) return [this.comment(0.1), ...this.map(below, depth + 1, 1 + random.below(4))];
    return [this.comment(0.1), ...this.list(random.chance(0.3) ? indent : below, depth + 1)];
  }

  /** Seldom, a value goes on in the next line. */
  private more(indent: number): string[] {
    const { random } = this;
    return random.chance(this.share / 4) ? [`${' '.repeat(random.below(indent + 2))}${random.pick(TEXT)}`] : [];
  }

  private text(indent: number): string[] {
    const { random } = this;
    return Array.from({ length: 1 + random.below(4) }, () => {
      const line = random.pick(random.chance(this.share * 2) ? TEXT : TEXT.slice(0, 13));
      const width = random.chance(this.share) ? random.below(indent + 4) : indent;
      return line === '' && random.chance(0.8) ? '' : `${' '.repeat(width)}${line}`;
    });
  }

  private between(lines: string[], indent: number): void {
    const { random } = this;
    if (random.chance(0.1))
      lines.push(
        random.pick([
          '',
          '',
          `${' '.repeat(indent)}# 示例`,
          '# c',
          `${' '.repeat(random.below(9))}#c`,
          ' '.repeat(random.below(6)),
        ]),
      );
    if (random.chance(this.share / 2)) lines.push(random.pick(ODD_LINES));
  }
}
