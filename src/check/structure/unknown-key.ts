import type { Path } from '../../diagnostics/diagnostic.ts';
import { fixedRule } from '../../diagnostics/rule.ts';
import { say, type Text } from '../../diagnostics/text.ts';
import { EDITIONS } from '../../form/editions.ts';
import { reportSchema } from '../../form/json-schema.ts';
import type { JsonSchema } from '../../form/schema-types.ts';
import { get, getIn, isData } from '../../report/access.ts';
import { meantIn } from '../../report/meant-key.ts';
import { isRestOfANumber } from '../../report/read-cells.ts';
import type { Report } from '../../report/report.ts';
import { placesOf, propertiesOf, schemaAt } from '../../report/schema-lookup.ts';
import { labelAt } from './labels.ts';
import { describeSplitNumber } from './not-a-count.ts';
import type { SchemaError, SchemaFinding } from './schema-error.ts';

export const unknownKey = fixedRule({
  id: 'unknown-key',
  title: say('没有不认识的键', 'The report has no unknown keys'),
  why: say('拼错的键，它的数就不算在报告里。', 'If a key is misspelt, its numbers do not count in the report.'),
  example: { good: 'agency: { short_name: 县教育局 }', bad: 'agency: { shortname: 县教育局 }' },
});

type Keys = Readonly<Record<string, JsonSchema>>;

/** An unknown key in a map of the report, and the keys that the map can have. */
interface StrangeKey extends SchemaError {
  readonly key: string;
  readonly known: Keys;
}

/** undefined if another unknown key of the same map has the same explanation. */
export function describeUnknownKey(error: SchemaError): SchemaFinding | undefined {
  const key = String(error.ajv.params.additionalProperty);
  const colon = /^([A-Za-z_]+)([：:])/u.exec(key);
  if (colon) return wrongColon(error, key, colon[1] ?? '', colon[2] === '：');
  if (isRestOfANumber(key) && get(error.value, key) === null) return describeSplitNumber(error, key);
  const strange: StrangeKey = { ...error, key, known: keysAt(error.schema, error.path, error.value) };
  const said =
    sayColumns(strange) ?? sayOtherEdition(strange) ?? sayMeant(strange) ?? sayElsewhere(strange) ?? sayNote(strange);
  if (said === 'told') return undefined;
  return { rule: unknownKey.id, path: [...error.path, key], at: 'key', ...(said ?? sayList(strange)) };
}

/** The path that an unknown key probably means; undefined if it means none. */
export function pathMeant(report: Report, schema: JsonSchema, path: Path): Path | undefined {
  const map = path.slice(0, -1);
  const [key, value] = [String(path.at(-1)), map.reduce<unknown>(get, report.data)];
  const meant = meantIn(value, key, keysAt(schema, map, value));
  if (meant) return [...map, meant.key];
  const place = elsewhere(schema, map, key);
  return place && [...place, key];
}

const keysAt = (schema: JsonSchema, path: Path, value: unknown): Keys => {
  const here = schemaAt(schema, path);
  return here ? propertiesOf(schema, here, value) : {};
};

type Said = Pick<SchemaFinding, 'message' | 'hint'>;

const unknown = (key: string): Text => say(`这里没有“${key}”这个键`, `There is no key "${key}" here`);

/** `natural_person（自然人）` */
const named = (key: string, known: Keys): Text => {
  const title = known[key]?.title;
  return title ? say(`${key}（${title}）`, `${key} (${title})`) : say(key, key);
};

const listOf = (keys: readonly string[], known: Keys): Text => {
  const names = keys.map((key) => named(key, known));
  return say(names.map(({ zh }) => zh).join('、'), names.map(({ en }) => en).join(', '));
};

function sayMeant({ key, known, value }: StrangeKey): Said | undefined {
  const meant = meantIn(value, key, known);
  if (!meant) return undefined;
  const { zh, en } = named(meant.key, known);
  if (meant.sure && get(value, meant.key) !== undefined) {
    return {
      message: say(`“${key}”和这里的 ${meant.key} 是同一项`, `"${key}" is the same as ${meant.key}, which is here too`),
      hint: say(`核对两处，只留 ${zh}`, `Compare the two, and keep only ${en}`),
    };
  }
  return {
    message: unknown(key),
    hint: meant.sure ? sayNotation(key, zh, en) : say(`是不是 ${zh}？`, `Did you mean ${en}?`),
  };
}

/** A key of which only the notation is wrong. */
function sayNotation(key: string, zh: string, en: string): Text {
  if (/\p{Script=Han}/u.test(key)) return say(`写成 ${zh}；键用英文`, `Write ${en}; keys are in English`);
  if (/[A-Z]/u.test(key)) return say(`写成 ${zh}；键用小写字母`, `Write ${en}; keys are in small letters`);
  if (/[\s-]/u.test(key.trim())) return say(`写成 ${zh}；词之间用下划线“_”`, `Write ${en}; words are joined by "_"`);
  return key.trim() === key
    ? say(`写成 ${zh}`, `Write ${en}`)
    : say(`写成 ${zh}；键里没有空格`, `Write ${en}, without a space in the key`);
}

/** Columns and rows of the other edition of the form. */
function sayOtherEdition({ key, known, path, report, value }: StrangeKey): Said | 'told' | undefined {
  if (path.length === 0) return undefined;
  const other = EDITIONS.find(({ id }) => id !== report.form.id);
  const there = other ? keysAt(reportSchema(other), path, value) : {};
  if (!other || !Object.hasOwn(there, key)) return undefined;
  const strange = strangeKeys(value, known).filter((one) => Object.hasOwn(there, one));
  if (strange[0] !== key) return 'told';
  const { zh, en } = listOf(
    Object.keys(known).filter((one) => !(one in there) || !Object.hasOwn(there, one)),
    known,
  );
  return {
    message: say(
      `${strange.map((one) => `“${one}”`).join('、')}是 ${other.id} 年格式的`,
      `${strange.map((one) => `"${one}"`).join(', ')} ${strange.length > 1 ? 'belong' : 'belongs'} to the ${other.id} form`,
    ),
    hint:
      zh === ''
        ? say(`${report.form.id} 年格式没有这一项，删去`, `Remove it: the ${report.form.id} form does not have it`)
        : say(`${report.form.id} 年格式这里写：${zh}`, `The ${report.form.id} form has here: ${en}`),
  };
}

const strangeKeys = (value: unknown, known: Keys): string[] =>
  Object.keys(value ?? {}).filter((one) => !Object.hasOwn(known, one));

/** Columns that are written right below a group of rows. */
function sayColumns({ key, known, path, report, schema, value }: StrangeKey): Said | 'told' | undefined {
  const [row] = Object.keys(known);
  const columns = row === undefined ? {} : keysAt(schema, [...path, row], undefined);
  const isColumn = (one: string) => Object.hasOwn(columns, one) && report.cells.has([...path, row, one].join('.'));
  if (path.length === 0 || !isColumn(key)) return undefined;
  const strange = strangeKeys(value, known).filter(isColumn);
  if (strange[0] !== key) return 'told';
  const label = labelAt(report, schema, path);
  const { zh, en } = listOf(Object.keys(known), known);
  return {
    message: say(
      `“${label}”分几行，不能直接写各列`,
      `"${label}" has several rows; its columns cannot be written right below it`,
    ),
    hint: say(
      `先写行，再写列，例如 ${row}: { ${key}: … }；这里的行有：${zh}`,
      `Write the row first, such as ${row}: { ${key}: … }. Its rows are: ${en}`,
    ),
  };
}

/** A key that belongs to another part of the report. */
function sayElsewhere({ key, path, report, schema }: StrangeKey): Said | undefined {
  const place = elsewhere(schema, path, key);
  if (!place) return undefined;
  const [here, there] = [path.at(-1), place.at(-1)];
  const label = labelAt(report, schema, [...place, key]);
  const message = say(`“${key}”（${label}）不在这里写`, `"${key}" (${label}) does not belong here`);
  if (isBelow(path, place)) {
    return place.length === 0
      ? {
          message,
          hint: say(
            `写在最外层：删去 ${key} 前面的空格，移出 ${here}`,
            `Write it at the outermost level: remove the spaces before ${key} and move it out of ${here}`,
          ),
        }
      : {
          message,
          hint: say(`减少 ${key} 前面的空格，和 ${here} 左边对齐`, `Indent ${key} less, aligned with ${here}`),
        };
  }
  if (isBelow(place, path) && isLine(getIn(report.data, place.join('.')))) {
    const hint = say(
      `写在 ${there}: 里面：有花括号的，加进花括号；没有的，写在下面，比 ${there} 多空两格`,
      `Write it inside ${there}: between its braces if it has any, otherwise below it, with two spaces more than ${there}`,
    );
    return { message, hint };
  }
  return {
    message,
    hint: isBelow(place, path)
      ? say(`写在 ${there}: 下面，比 ${there} 多空两格`, `Write it below ${there}:, with two spaces more than ${there}`)
      : say(`移到 ${place.join('.')} 下面`, `Move it below ${place.join('.')}`),
  };
}

/** Whether a map may be on one line: it has values, and no maps in it. */
const isLine = (value: unknown): boolean =>
  isData(value) && Object.keys(value).length > 0 && !Object.values(value).some(isData);

const isBelow = (path: Path, above: Path): boolean =>
  above.length < path.length && above.every((key, depth) => path[depth] === key);

/** The one map that has the key and is nearest in the report: around this one, in it, or anywhere else. */
function elsewhere(schema: JsonSchema, path: Path, key: string): Path | undefined {
  const places = placesOf(schema, key).filter((place) => !place.includes(0));
  const around = places.filter((place) => isBelow(path, place)).sort((one, other) => other.length - one.length);
  const inside = places.filter((place) => isBelow(place, path)).sort((one, other) => one.length - other.length);
  if (around[0]) return around[0];
  if (inside[0] && inside[0].length !== inside[1]?.length) return inside[0];
  return places.length === 1 ? places[0] : undefined;
}

const NOTES =
  /^(备注|说明|注|注释|note|notes|remark|remarks|comment|comments|todo|author|作者|编制人|填报人|审核|审核人|状态|版本)$/iu;

/** Remarks of people for themselves. */
function sayNote({ key }: StrangeKey): Said | undefined {
  if (!NOTES.test(key)) return undefined;
  return {
    message: unknown(key),
    hint: say(
      `自己看的话写成注释，不会印出：# ${key}：……`,
      `Write a remark for yourself as a comment, which is not printed: # ${key}: …`,
    ),
  };
}

const sayList = ({ key, known }: StrangeKey): Said => {
  const { zh, en } = listOf(Object.keys(known), known);
  return { message: unknown(key), hint: say(`这里可以有：${zh}`, `Allowed here: ${en}`) };
};

/** YAML reads `received：{ … }` or `received:{ … }` as one long key. */
function wrongColon({ path }: SchemaError, key: string, word: string, fullWidth: boolean): SchemaFinding {
  return {
    rule: unknownKey.id,
    path: [...path, key],
    at: 'key',
    message: fullWidth
      ? say(`“${word}”后面是全角冒号`, `"${word}" is followed by a full-width colon`)
      : say(`“${word}:”后面没有空格`, `There is no space after "${word}:"`),
    hint: say(`写成 ${word}: （半角冒号加空格）`, `Write ${word}: with a half-width colon and a space`),
  };
}
