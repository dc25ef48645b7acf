import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq } from 'yaml';
import { parse, parseWithYaml, type Source } from '../../src/source/parse.ts';
import { quickContents } from '../../src/source/quick/quick-contents.ts';

/** What differs between a text read by the quick reader and by `yaml` alone: data, verdict and places; undefined if nothing does. */
export function differenceOf(text: string): string | undefined {
  const [quick, whole] = [parse(text, 'a.yaml'), parseWithYaml(text, 'a.yaml')];
  const same = (key: keyof Source) => isDeepStrictEqual(quick[key], whole[key]);
  const different = (['data', 'findings', 'slips', 'remarks', 'text', 'file'] as const).find((key) => !same(key));
  if (different) return different;
  return isDeepStrictEqual(nodesOf(quick.contents), nodesOf(whole.contents)) ? undefined : 'contents';
}

/** Whether the quick reader reads this text. */
export const isQuick = (text: string): boolean => quickContents(text) !== undefined;

/** All that a reader asks of nodes. The place of an empty value and the end of a map or list is not asked for. */
function nodesOf(contents: unknown): unknown[] {
  const nodes: unknown[] = [];
  const walk = (node: unknown): void => {
    if (isMap(node)) {
      nodes.push(['map', node.flow === true, node.range?.[0]]);
      for (const { key, value } of node.items) {
        walk(key);
        walk(value);
      }
    } else if (isSeq(node)) {
      nodes.push(['list', node.flow === true, node.range?.[0]]);
      node.items.forEach(walk);
    } else if (isScalar(node)) {
      const [start = 0, end = 0] = node.range ?? [];
      // A number without quotes is read as it is written, whatever `yaml` makes of it.
      const isText = typeof node.value === 'string' && node.type !== 'PLAIN';
      nodes.push([node.type, typeof node.value === 'object' ? null : String(node.source), isText && node.value]);
      nodes.push(end > start ? [start, end] : 'empty');
    } else nodes.push(typeof node);
  };
  walk(contents);
  return nodes;
}
