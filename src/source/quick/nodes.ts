import type { Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';

/** Nodes as those of `yaml`, with what a reader needs of them: `isMap`, `isSeq`, `isPair` and `isScalar` know them by this symbol. */
const KIND = Symbol.for('yaml.node.type');
const [MAP, SEQ, PAIR, SCALAR] = ['map', 'seq', 'pair', 'scalar'].map((kind) => Symbol.for(`yaml.${kind}`));

class QuickScalar {
  constructor(
    readonly value: unknown,
    readonly type: Scalar['type'],
    readonly source: string,
    readonly range: readonly [number, number, number],
  ) {}
  get [KIND]() {
    return SCALAR;
  }
}

class QuickPair {
  constructor(
    readonly key: Scalar,
    readonly value: unknown,
  ) {}
  get [KIND]() {
    return PAIR;
  }
}

class QuickMap {
  constructor(
    readonly items: readonly Pair[],
    readonly flow: boolean,
    readonly range: readonly [number, number, number],
  ) {}
  get [KIND]() {
    return MAP;
  }
}

class QuickSeq {
  constructor(
    readonly items: readonly unknown[],
    readonly flow: boolean,
    readonly range: readonly [number, number, number],
  ) {}
  get [KIND]() {
    return SEQ;
  }
}

export function scalar(value: unknown, type: Scalar['type'], source: string, start: number, end: number): Scalar {
  return new QuickScalar(value, type, source, [start, end, end]) as unknown as Scalar;
}

export const pair = (key: Scalar, value: unknown): Pair => new QuickPair(key, value) as unknown as Pair;

/** A map; only the start of its range is used. */
export const map = (items: readonly Pair[], flow: boolean, start: number): YAMLMap =>
  new QuickMap(items, flow, [start, start, start]) as unknown as YAMLMap;

/** A list; only the start of its range is used. */
export const seq = (items: readonly unknown[], flow: boolean, start: number): YAMLSeq =>
  new QuickSeq(items, flow, [start, start, start]) as unknown as YAMLSeq;
