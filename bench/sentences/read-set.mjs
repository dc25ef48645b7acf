// Reads a set of sentences to items: { id, kind, text, yaml, previous, errors, sum, within, isTable }. `yaml` is a whole
// report that contains the text. `errors` is a list of made errors, each a list of ranges of the text in which it can be
// reported, or `undefined` if anywhere; a right text has none. `within` is the part of the text that is meant.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { generate } from '../claim-templates.mjs';
import { judgedItems } from './judged.mjs';
import { reportWith, withOverview } from './report-with.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
export const OWN = join(here, 'own.jsonl');
export const LATER = join(here, 'later.jsonl');
export const FRESH = join(here, 'fresh.jsonl');

/** The items of a file: sentences with a base, cases with a whole report, or judged quotations, by the fields of a line. */
export function itemsOf(file) {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const all = lines.map((line) => JSON.parse(line));
  if (all[0].quote !== undefined) return judgedItems(all, dirname(file));
  return all[0].yaml === undefined ? all.map((one) => sentence(one, baseReader(dirname(file)))) : all.map(wholeReport);
}

const bases = new Map();

/** Finds base-NAME.yaml beside the file of the sentences or beside this file. */
function baseReader(folder) {
  return (name) => {
    const path = [folder, here].map((place) => join(place, `base-${name}.yaml`)).find(existsSync);
    if (!path) throw new Error(`base-${name}.yaml is neither in ${folder} nor in ${here}`);
    if (!bases.has(path)) bases.set(path, readFileSync(path, 'utf8'));
    return bases.get(path);
  };
}

function sentence({ id, kind, text, base, right, at = [], sum = false, previous }, baseOf) {
  const units = (count) => [...text].slice(0, count).join('').length;
  const marks = at.map(([from, to]) => [units(from), units(to)]);
  const yaml = withOverview(baseOf(base), text);
  return {
    id,
    kind,
    text,
    yaml,
    previous: previous ? lastYear(base, baseOf) : undefined,
    errors: right ? [] : [marks],
    sum,
  };
}

function lastYear(base, baseOf) {
  const year = Number(/^year: (\d+)/m.exec(baseOf(base))[1]);
  return baseOf(`${base}-${year - 1}`);
}

/** A case that has its whole report. `expected` names the wrong figures: "reported: 4 (3), 280 (260)". */
function wholeReport({ id, kind, class: isA, prose: text, expected, yaml }) {
  const isWrong = isA === 'missed';
  return {
    id,
    kind,
    text,
    yaml,
    errors: isWrong ? wrongFigures(text, expected) : [],
    sum: false,
    isTable: isA === 'tables',
  };
}

/** Each wrong figure that is in the text is an error; if there is none, or they are parts of a sum, the text is one. */
function wrongFigures(text, expected) {
  const told = expected.includes('=') ? '' : expected.replace(/\([^)]*\)/g, '');
  const found = (told.match(/\d+(?:\.\d+)?/g) ?? []).map((number) => placesOf(text, number));
  const known = found.filter((places) => places.length > 0);
  return known.length > 0 ? known : [undefined];
}

const placesOf = (text, number) =>
  [...text.matchAll(new RegExp(`(?<![\\d.,])${number.replace('.', '\\.')}(?![\\d]|\\.\\d)`, 'g'))].map(({ index }) => [
    index,
    index + number.length,
  ]);

/** The sentences made from templates. */
export function generatedItems() {
  return generate().map(({ text, data, previous, expected, wrong, kind }, index) => {
    const at = wrong === undefined ? -1 : text.indexOf(wrong);
    const errors = expected === 'false' ? [[[at, at + wrong.length]]] : [];
    const yaml = reportWith(data, 'overview', text);
    const before = previous && stringify(previous);
    return { id: `t${index}`, kind, text, yaml, previous: before, errors, sum: false };
  });
}
