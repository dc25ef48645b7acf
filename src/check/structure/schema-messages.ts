import type { ErrorObject } from 'ajv';
import type { Finding, Path } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { Text } from '../../diagnostics/text.ts';
import { DATE_PATTERN, NOT_BLANK } from '../../form/envelope-schema.ts';
import type { JsonSchema } from '../../form/schema-types.ts';
import { get } from '../../report/access.ts';
import type { Cell } from '../../report/cell.ts';
import type { Report } from '../../report/report.ts';
import { describeNumber } from './describe-number.ts';
import { belongsToTables, labelAt } from './labels.ts';
import { propertiesOf, schemaAt } from './schema-lookup.ts';

/** What a schema error is turned into: Ajv says where and which keyword, we say what stands there and what belongs there. */
interface Place {
  readonly report: Report;
  readonly schema: JsonSchema;
  readonly error: ErrorObject;
  readonly path: Path;
  readonly value: unknown;
}

type Said = Pick<Finding, 'rule' | 'message'> & Partial<Pick<Finding, 'hint' | 'path' | 'at'>>;

const say = (zh: string, en: string): Text => ({ zh, en });

/** A schema error in our words; undefined for one that another check says better, or that only repeats others. */
export function describe(place: Place): Said | undefined {
  const { keyword } = place.error;
  if (keyword === 'if' || keyword === 'anyOf') return undefined;
  if (keyword === 'additionalProperties') return unknownKey(place);
  if (keyword === 'required') return missingKey(place);
  if (keyword === 'enum') return notAChoice(place);
  const name = place.path.join('.');
  const cell = place.report.cells.get(name.replace(/\.value$/, ''));
  const inTables = cell !== undefined || belongsToTables(place.report, name);
  // An empty value is unknown: the check of unknown cells says so.
  if (inTables && place.value === '') return undefined;
  if (cell) return notANumber(place, cell);
  return inTables && place.path.length > 0 ? notARow(place) : notThisKind(place);
}

function unknownKey(place: Place): Said {
  const key = String(place.error.params.additionalProperty);
  const colon = /^([A-Za-z_]+)([：:])/u.exec(key);
  if (colon) return wrongColon(place, key, colon[1] ?? '', colon[2] === '：');
  if (/^[0-9]{3}(\.[0-9]+)?$/.test(key) && get(place.value, key) === null) return splitNumber(place, key);
  const here = schemaAt(place.schema, place.path);
  const known = here ? propertiesOf(place.schema, here, place.value) : {};
  const byLabel = key && Object.keys(known).find((name) => known[name]?.title?.includes(key));
  const meant = byLabel || didYouMean(key, Object.keys(known));
  const names = Object.keys(known).join(', ');
  const label = meant && known[meant]?.title;
  return {
    rule: 'unknown-key',
    path: [...place.path, key],
    at: 'key',
    message: say(`这里没有“${key}”这个键`, `There is no key "${key}" here`),
    hint: meant
      ? say(`是不是 ${meant}（${label}）？`, `Did you mean ${meant} (${label})?`)
      : say(`这里可以有：${names}`, `Here may stand: ${names}`),
  };
}

/** `received：{ … }` or `received:{ … }`: YAML sees one long key. */
function wrongColon({ path }: Place, key: string, word: string, fullWidth: boolean): Said {
  return {
    rule: 'unknown-key',
    path: [...path, key],
    at: 'key',
    message: fullWidth
      ? say(`“${word}”后面是全角冒号`, `"${word}" is followed by a full-width colon`)
      : say(`“${word}:”后面没有空格`, `There is no space after "${word}:"`),
    hint: say(`写成 ${word}: （半角冒号加空格）`, `Write ${word}: with a plain colon and a space`),
  };
}

/** `{ issued: 1,204 }`: between braces, YAML takes the comma for the end of the number. */
function splitNumber({ path }: Place, key: string): Said {
  return {
    rule: 'not-a-count',
    path: [...path, key],
    at: 'key',
    message: say(
      `前一个数用了千位分隔符，“${key}”被当成了键`,
      `The number before has a thousands separator: "${key}" became a key`,
    ),
    hint: say('数字里不用逗号', 'Write numbers without commas'),
  };
}

function missingKey(place: Place): Said | undefined {
  const path = [...place.path, String(place.error.params.missingProperty)];
  const name = path.join('.');
  // A row, table or number that is not there is unknown: the check of unknown cells says so.
  if (belongsToTables(place.report, name)) return undefined;
  const label = labelAt(place.report, place.schema, path);
  return {
    rule: 'missing-key',
    path,
    message: say(`缺少“${label}”（${name}）`, `"${label}" (${name}) is missing`),
    hint:
      name === 'published'
        ? say(
            '写上向社会公布的日期，例如 published: 2024-01-22',
            'Give the date of publication, such as published: 2024-01-22',
          )
        : say(`补上 ${name}`, `Add ${name}`),
  };
}

function notAChoice(place: Place): Said {
  const written = show(place.value);
  const allowed = (schemaAt(place.schema, place.path)?.enum ?? []).map(String);
  if (place.path[0] === 'form') {
    return {
      rule: 'form-edition',
      message: say(`没有“${written}”这种格式`, `There is no form "${written}"`),
      hint: say(
        '写 "2019" 或 "2021"，或者删去 form，由年度决定',
        'Write "2019" or "2021", or leave form out: the year decides',
      ),
    };
  }
  const meant = didYouMean(written, allowed);
  const label = labelAt(place.report, place.schema, place.path);
  return {
    rule: 'not-a-choice',
    message: say(`“${label}”不能是“${written}”`, `"${label}" can not be "${written}"`),
    hint: meant
      ? say(`是不是 ${meant}？`, `Did you mean ${meant}?`)
      : say(`可以是：${allowed.join('、')}`, `One of: ${allowed.join(', ')}`),
  };
}

function notANumber({ value }: Place, cell: Cell): Said {
  const { message, hint } = describeNumber(value, cell.kind);
  return {
    rule: 'not-a-count',
    message: say(`${cell.name}：${message.zh}`, `${cell.name}: ${message.en}`),
    hint,
  };
}

function notARow(place: Place): Said {
  const { path, value } = place;
  const label = labelAt(place.report, place.schema, path);
  const child = Object.keys(propertiesOf(place.schema, schemaAt(place.schema, path) ?? {}))[0] ?? '';
  const key = String(path.at(-1));
  const written = Array.isArray(value) ? say('一个列表', 'a list') : say(`“${show(value)}”`, `"${show(value)}"`);
  return {
    rule: 'not-a-row',
    message: say(
      `“${label}”有好几个单元格，不能只写${written.zh}`,
      `"${label}" has several cells; ${written.en} alone says nothing of them`,
    ),
    hint: say(
      `按列写，例如 ${key}: { ${child}: … }；全部是零就写 0；还不知道就写 null`,
      `Write its cells, such as ${key}: { ${child}: … }; 0 if all are zero; null if not known yet`,
    ),
  };
}

const show = (value: unknown): string => (typeof value === 'object' && value !== null ? '{}' : String(value));

const KINDS: Readonly<Record<string, Text>> = {
  string: say('文字', 'text'),
  object: say('带键的一组值', 'a map of keys'),
  array: say('列表（每项以 - 开头）', 'a list (each item starts with -)'),
  boolean: say('true 或 false', 'true or false'),
  integer: say('整数', 'a whole number'),
  number: say('数', 'a number'),
  null: say('null', 'null'),
};

function notThisKind(place: Place): Said {
  const { path, value, error } = place;
  const label = path.length === 0 ? '' : labelAt(place.report, place.schema, path);
  const { keyword } = error;
  const here = schemaAt(place.schema, path);
  if (keyword === 'minItems')
    return { ...emptyText(labelAt(place.report, place.schema, path.slice(0, -1))), path: path.slice(0, -1) };
  if (here?.pattern === NOT_BLANK && keyword !== 'type') return emptyText(label);
  if (keyword === 'minProperties' || value === null) return emptyText(label);
  if (path[0] === 'year' && keyword !== 'type') {
    return {
      rule: 'form-edition',
      message: say(`没有 ${value} 年的年报格式`, `There is no form for the year ${value}`),
      hint: say('现行格式从 2019 年度开始', 'The forms begin with the year 2019'),
    };
  }
  if (keyword === 'pattern' && path[0] === 'previous') {
    return {
      rule: 'wrong-type',
      message: say(`“${label}”要是一个 .yaml 或 .yml 文件`, `"${label}" must be a .yaml or .yml file`),
      hint: say('写上年报告的文件名', "Give the file of last year's report"),
    };
  }
  if (here?.pattern === DATE_PATTERN && typeof value !== 'object') return notADate(label, String(value));
  const types = [here?.type ?? 'object'].flat();
  const wanted = types.map((type) => KINDS[type] ?? say(type, type));
  const zh = wanted.map((kind) => kind.zh).join('或');
  const en = wanted.map((kind) => kind.en).join(' or ');
  return {
    rule: 'wrong-type',
    message: label
      ? say(`“${label}”要是${zh}`, `"${label}" must be ${en}`)
      : say('文件要从 year: 这样的键开始', 'The file must start with a key such as year:'),
    hint: label
      ? types.includes('integer') && typeof value === 'string'
        ? say('去掉引号，只写数字', 'Write the digits without quotes')
        : say(
            '看看缩进和引号；纯数字的文字用英文双引号括起来',
            'Check indentation and quotes; put text made of digits in "double quotes"',
          )
      : say(
          '键后面用英文冒号加空格；用 report init FILE 看一份样子',
          'A colon and a space follow each key; report init FILE shows what it looks like',
        ),
  };
}

const emptyText = (label: string): Said => ({
  rule: 'empty-text',
  message: say(`“${label}”是空的`, `"${label}" is empty`),
  hint: say('写上内容；可以不写的，连键一起删去', 'Write it; what may be left out, remove with its key'),
});

/** The finding for something that is no date. */
export function notADate(label: string, value: string): Said {
  return {
    rule: 'not-a-date',
    message: say(`“${label}”里的“${value}”不是日期`, `"${value}" in "${label}" is not a date`),
    hint: say(
      '写成 2024-01-22 这样，年-月-日，月和日都是两位',
      'Write it as 2024-01-22: year, month and day in two digits',
    ),
  };
}
