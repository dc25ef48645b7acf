import { foreignProse } from './scalars.ts';

/** Texts by path, each of which is written once; what nobody takes has no place in a report file. */
export interface Taken {
  /** The text at a path; undefined if there is none. */
  take(path: string): string | undefined;
  rest(): [path: string, text: string][];
}

/** Texts with the same path are one text, as paragraphs. */
export function takenOnce(texts: readonly { readonly path: string; readonly text: string }[]): Taken {
  const left = new Map<string, string>();
  for (const { path, text } of texts) {
    const own = foreignProse(text);
    const before = left.get(path);
    if (own !== '') left.set(path, before === undefined ? own : `${before}\n\n${own}`);
  }
  return {
    take: (path) => {
      const text = left.get(path);
      left.delete(path);
      return text;
    },
    rest: () => [...left],
  };
}
