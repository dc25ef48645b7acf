import type { Text } from '../diagnostics/text.ts';
import { parse, type Source } from '../source/parse.ts';
import type { PrintedCell, PrintedState, PublishedOrigin } from '../source/published.ts';
import type { FilePlace } from './document.ts';
import type { ImportedCell, PublishedReading, ReadingReason } from './reading.ts';
import { doubtOf, placeText } from './words.ts';

/** A reading as a source that can be checked like a report file. `yaml` is the report file that `report import` writes for it. */
export const asSource = (reading: PublishedReading, yaml: string): Source =>
  // A report file that was inside is checked as it is: it has no doubts.
  Object.assign(parse(yaml, reading.file), !reading.source && { published: originOf(reading) });

function originOf({ tables, texts, doubt }: PublishedReading): PublishedOrigin {
  const parts = [...texts.parts].flatMap(([section, list]) =>
    list.flatMap(({ place }, index) => entry(`${section}.parts.${index}`, place)),
  );
  return {
    cells: new Map([...tables.cells].map(([path, cell]) => [path, printed(cell, doubt?.text)])),
    places: new Map([...texts.facts, ...texts.texts].flatMap(({ path, place }) => entry(path, place)).concat(parts)),
    doubtfulFacts: new Set(texts.facts.filter(({ confidence }) => confidence !== 'sure').map(({ path }) => path)),
    missing: tables.missing,
    ...(doubt && { doubt: doubt.text }),
  };
}

/** Undefined if nothing is known of it. */
function wordsOf(place: FilePlace | undefined): Text | undefined {
  const words = placeText(place);
  return words.zh === '' ? undefined : words;
}

const entry = (path: string, place: FilePlace): [string, Text][] => {
  const words = wordsOf(place);
  return words ? [[path, words]] : [];
};

// Words without a digit are a fault of the report; of others it is not certain what was printed.
function printed({ text, place, confidence, reason }: ImportedCell, ofFile: Text | undefined): PrintedCell {
  const words = wordsOf(place);
  const hasDigits = reason === 'not-a-number' && /\p{Nd}/u.test(text);
  const state = confidence === 'sure' ? 'number' : hasDigits ? 'doubtful' : (STATES[reason] ?? 'doubtful');
  const doubt = (reason === 'recognized' && ofFile) || doubtOf(reason);
  return { state, text, ...(words && { place: words }), ...(state === 'doubtful' && { doubt }) };
}

const STATES: Partial<Record<ReadingReason, PrintedState>> = {
  'proved-zero': 'zero',
  blank: 'blank',
  dash: 'blank',
  'not-a-number': 'words',
  missing: 'missing',
};
