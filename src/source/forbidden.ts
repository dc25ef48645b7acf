import { type Document, isAlias, isMap, isScalar, type LineCounter, type Node, visit, type YAMLMap } from 'yaml';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { keyOf } from './to-data.ts';
import { BRACES, KEY_IS_NO_WORD, reference, repeatedKey, STAR, type YamlMessage } from './yaml-rules.ts';

/** The finding for a stretch of the file. */
export type FindingAt = (message: YamlMessage, start: number, end: number) => Finding;

/** Parts of YAML that are not allowed in a report, because they hide a number or its origin. */
export function forbidden(document: Document.Parsed, lines: LineCounter, findingAt: FindingAt): Finding[] {
  const findings: Finding[] = [];
  const add = (node: Node, message: YamlMessage) => {
    const [start = 0, end = 0] = node.range ?? [];
    findings.push(findingAt(message, start, end));
  };
  visit(document, {
    Pair(_, { key }) {
      if (isScalar(key) && key.value === '<<') add(key, reference('合并键 <<', 'The merge key <<'));
    },
    Node(_, node) {
      const message = reject(node);
      if (message) add(node, message);
      if (!isMap(node)) return;
      for (const { key } of node.items) {
        if (isMap(key)) add(node, BRACES);
        else if (!isScalar(key)) add((key ?? node) as Node, KEY_IS_NO_WORD);
      }
      for (const { keys, first } of repeatedKeys(node)) {
        const [key] = keys as [Node];
        add(key, repeatedKey(keys.map(keyOf), lines.linePos(first).line));
      }
    },
  });
  return findings;
}

function reject(node: Node): YamlMessage | undefined {
  if (isAlias(node)) {
    const name = `*${node.source}`;
    return name.startsWith('**') ? STAR : reference(` YAML 别名（${name}）`, `A YAML alias (${name})`);
  }
  const { anchor } = node as { anchor?: string };
  if (anchor) return reference(` YAML 锚点（&${anchor}）`, `A YAML anchor (&${anchor})`);
  return node.tag ? reference(` YAML 标签（${node.tag}）`, `A YAML tag (${node.tag})`) : undefined;
}

/** Keys that are repeated one after the other, as in a part that was pasted twice. */
interface Repeated {
  readonly keys: Node[];
  /** The offset of the first occurrence of the first of them. */
  readonly first: number;
}

function repeatedKeys(map: YAMLMap): Repeated[] {
  const seen = new Map<string, { index: number; start: number }>();
  const found: Repeated[] = [];
  let before: number | undefined;
  for (const [index, { key }] of map.items.entries()) {
    if (!isScalar(key)) continue;
    const known = seen.get(keyOf(key));
    if (!known) {
      seen.set(keyOf(key), { index, start: key.range?.[0] ?? 0 });
      before = undefined;
      continue;
    }
    const last = found.at(-1);
    if (last && before !== undefined && known.index === before + 1) last.keys.push(key);
    else found.push({ keys: [key], first: known.start });
    before = known.index;
  }
  return found;
}
