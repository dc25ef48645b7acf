import { isMap, isScalar } from 'yaml';
import { nodeAt } from '../source/locate.ts';
import { parse, type Source } from '../source/parse.ts';
import { applyEdits } from './edit.ts';
import { insertKey } from './insert.ts';
import { fillIn, pairOf } from './positions.ts';

const ORDER = ['name', 'short_name', 'level', 'kind'];

/** The same file with a different full name of the agency. */
export function renameAgency(source: Source, name: string): Source {
  const agency = nodeAt(source, ['agency']);
  if (!isMap(agency)) return source;
  const written = JSON.stringify(name);
  const pair = pairOf(agency, 'name');
  const [start = 0, end = 0] = isScalar(pair?.value) ? (pair.value.range ?? []) : [];
  const block = (indent: string) => [`${indent}name: ${written}`];
  const add = { key: 'name', order: ORDER, flow: written, block };
  const edit = !pair
    ? insertKey(source.text, agency, add)
    : end > start
      ? { start, end, text: written }
      : fillIn(source.text, pair, written);
  return edit ? parse(applyEdits(source.text, [edit]), source.file) : source;
}
