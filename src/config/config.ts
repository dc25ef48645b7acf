import type { ErrorObject } from 'ajv';
import { ALL_RULES } from '../check/rule-list.ts';
import { DEFAULT_SETTINGS, type Settings } from '../check/settings.ts';
import { type HouseWords, MEANINGS } from '../claims/house-words.ts';
import { findFigures } from '../claims/lex/figures.ts';
import type { Path, Range } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { start } from '../diagnostics/shortened.ts';
import type { Text } from '../diagnostics/text.ts';
import { get, getIn, isData } from '../report/access.ts';
import { isDay } from '../report/day.ts';
import { locate } from '../source/locate.ts';
import type { Source } from '../source/parse.ts';
import { configSchema, MOST_WORDS } from './config-schema.ts';
import { config as validate } from './validator.js';

/** The settings in `report.config.yaml`. */
export interface Config {
  readonly settings: Settings;
  /** Output folder and formats of `build`; the folder is relative to the settings file. */
  readonly out: string | undefined;
  readonly formats: readonly string[] | undefined;
  /** Whether published files contain the report file. */
  readonly source: boolean | undefined;
}

/** A mistake in the settings. */
export interface ConfigFault {
  readonly range: Range;
  readonly message: Text;
  readonly hint: Text;
}

const DEFAULT_CONFIG: Config = {
  settings: DEFAULT_SETTINGS,
  out: undefined,
  formats: undefined,
  source: undefined,
};

/** Reads a parsed `report.config.yaml`: the settings, or its mistakes. Never throws. */
export function readConfig(source: Source): Config | readonly ConfigFault[] {
  // The hints for unreadable files are about reports, so they are replaced.
  const unread = source.findings.map(({ message, hint, range, path, rule }) => ({
    range: range ?? locate(source, path),
    message,
    hint: /^file-|-too-large$/.test(rule) ? AS_YAML : (hint ?? CHECK),
  }));
  // A file with only comments is valid and sets nothing.
  if (source.findings.some(({ rule }) => rule === 'file-empty')) return DEFAULT_CONFIG;
  if (unread.length > 0) return unread;
  if (!validate(source.data)) return oneAPlace((validate.errors ?? []).map((error) => fault(source, error)));
  const impossible = [...impossibleDays(source), ...impossibleWords(source)];
  if (impossible.length > 0) return impossible;
  const formats = getIn(source.data, 'build.formats');
  const out = getIn(source.data, 'build.out');
  const inside = getIn(source.data, 'build.source');
  return {
    settings: {
      severities: mapAt(source.data, 'rules') as Settings['severities'],
      deadlines: mapAt(source.data, 'deadlines') as Settings['deadlines'],
      ...(get(source.data, 'prose') !== undefined && { prose: houseWords(source.data) }),
    },
    out: typeof out === 'string' ? out : undefined,
    formats: Array.isArray(formats) ? formats.map(String) : undefined,
    source: typeof inside === 'boolean' ? inside : undefined,
  };
}

const houseWords = (data: unknown): HouseWords => ({
  words: mapAt(get(data, 'prose'), 'words') as HouseWords['words'],
  ignore: (getIn(data, 'prose.ignore') ?? []) as HouseWords['ignore'],
});

const mapAt = (data: unknown, key: string): object => {
  const value = get(data, key);
  return isData(value) ? value : {};
};

/** One mistake per place is enough; the last error says most. A value that is not text also fails the check of allowed values. */
const oneAPlace = (faults: readonly ConfigFault[]): ConfigFault[] => [
  ...new Map(faults.map((one) => [`${one.range.line}:${one.range.column}`, one])).values(),
];

/** Deadlines that are not calendar days: with such a day, no report would ever be late. */
function impossibleDays(source: Source): ConfigFault[] {
  return Object.entries(mapAt(source.data, 'deadlines')).flatMap(([key, day]) =>
    // 2024 is a leap year.
    isDay(`2024-${day}`) ? [] : [noDay(source, ['deadlines', key], day)],
  );
}

/** Words with a number in them, and words with two meanings. */
function impossibleWords(source: Source): ConfigFault[] {
  const { words, ignore } = houseWords(source.data);
  const first = new Map<string, string>();
  const lists: [Path, readonly string[]][] = [
    ...Object.entries(words).map(([key, own]): [Path, readonly string[]] => [['prose', 'words', key], own]),
    [['prose', 'ignore'], ignore],
  ];
  return lists.flatMap(([path, own]) =>
    own.flatMap((word, index) => {
      const range = locate(source, [...path, index]);
      const before = first.get(word);
      first.set(word, before ?? path.join('.'));
      if (findFigures(word).length > 0) return [{ range, ...noWord(word) }];
      return before === undefined ? [] : [{ range, ...twice(word, before) }];
    }),
  );
}

const AS_YAML: Text = {
  zh: '设置写在 UTF-8 编码的 YAML 文本文件里，只有几行',
  en: 'The settings file is a short YAML text file in UTF-8',
};
const CHECK: Text = { zh: '看看缩进和引号', en: 'Check the indentation and quotes' };

/** The message for a schema error. */
function fault(source: Source, { instancePath, keyword, params }: ErrorObject): ConfigFault {
  const path: Path = instancePath.split('/').slice(1);
  const value = path.reduce<unknown>(get, source.data);
  const name = path.join('.') || 'report.config.yaml';
  if (keyword === 'additionalProperties') {
    const key = String(params.additionalProperty);
    return { range: locate(source, [...path, key], 'key'), ...unknownKey(path, key) };
  }
  const range = locate(source, path);
  if (keyword === 'enum') {
    const allowed = params.allowedValues.map(String);
    const message = { zh: `${name} 不能是“${show(value)}”`, en: `${name} cannot be "${show(value)}"` };
    return { range, message, hint: oneOf(show(value), allowed) };
  }
  if (path[0] === 'deadlines' && path.length > 1) return noDay(source, path, value);
  if (path[0] === 'prose' && WORD_FAULTS[keyword]) return { range, ...WORD_FAULTS[keyword](show(value), path) };
  const kind = KINDS[String(params.type)];
  if (keyword === 'type' && kind) {
    const hint = path[0] === 'prose' && params.type === 'array' ? AS_LIST : CHECK;
    return { range, message: { zh: `${name} 要是${kind.zh}`, en: `${name} must be ${kind.en}` }, hint };
  }
  return { range, message: { zh: `${name} 是空的`, en: `${name} is empty` }, hint: FILL };
}

const show = (value: unknown): string => (typeof value === 'object' && value !== null ? '{}' : String(value));

const KINDS: Readonly<Record<string, Text>> = {
  object: { zh: '带键的一组值', en: 'a map of keys' },
  array: { zh: '列表', en: 'a list' },
  string: { zh: '文字', en: 'text' },
  boolean: { zh: ' true 或者 false', en: 'true or false' },
};
const FILL: Text = { zh: '写上内容，或者连键一起删去', en: 'Write a value, or remove the key too' };

const noDay = (source: Source, path: Path, value: unknown): ConfigFault => ({
  range: locate(source, path),
  message: {
    zh: `${path.join('.')} 里的“${show(value)}”不是月和日`,
    en: `"${show(value)}" in ${path.join('.')} is not a month and day`,
  },
  hint: { zh: '写成 01-28 这样', en: 'Write it as 01-28' },
});

const AS_LIST: Text = { zh: '写成 [登记, 收悉] 这样', en: 'Write it as [登记, 收悉]' };

const noWord = (word: string): { message: Text; hint: Text } => ({
  message: { zh: `“${start(word)}”不能作为词`, en: `"${start(word)}" cannot be a word` },
  hint: {
    zh: '一个词是 1 到 20 个字，没有数、空格和标点；几个词写成 [登记, 收悉]',
    en: 'A word has 1 to 20 letters and no number, space or punctuation; write several words as [登记, 收悉]',
  },
});

const twice = (word: string, before: string): { message: Text; hint: Text } => ({
  message: { zh: `“${word}”已经写在 ${before} 里`, en: `"${word}" is already in ${before}` },
  hint: { zh: '一个词只能有一个意思，留下一处', en: 'A word can have only one meaning: keep one of the two' },
});

/** Mistakes in the words of the house, by keyword of the schema. */
const WORD_FAULTS: Readonly<Record<string, (value: string, path: Path) => { message: Text; hint: Text }>> = {
  pattern: noWord,
  maxItems: (_, path) => ({
    message: { zh: `${path.join('.')} 里的词太多`, en: `${path.join('.')} has too many words` },
    hint: { zh: `最多 ${MOST_WORDS} 个`, en: `At most ${MOST_WORDS}` },
  }),
};

/** Someone may write the meaning in Chinese: 收到. */
const keyLabelled = (label: string): string | undefined =>
  Object.keys(MEANINGS).find((key) => MEANINGS[key]?.label.zh === label);

function unknownKey(path: Path, key: string): { message: Text; hint: Text } {
  const known = Object.keys(schemaProperties(path));
  if (path[0] === 'prose' && path[1] === 'words') return unknownMeaning(key, known);
  if (path[0] !== 'rules') {
    return { message: { zh: `这里没有“${key}”这个键`, en: `There is no key "${key}" here` }, hint: oneOf(key, known) };
  }
  if (ALL_RULES.some(({ id }) => id === key)) {
    return {
      message: { zh: `规则“${key}”不能改`, en: `The severity of rule "${key}" cannot be changed` },
      hint: {
        zh: '语法、数的写法、空白单元格和表内勾稽关系总是错误；删去这一行',
        en: 'Syntax, numbers, unknown cells and the sums of the tables are always errors: remove the line',
      },
    };
  }
  const meant = didYouMean(key, known);
  return {
    message: { zh: `没有“${key}”这条规则`, en: `There is no rule "${key}"` },
    hint: meant
      ? { zh: `是不是 ${meant}？`, en: `Did you mean ${meant}?` }
      : { zh: '用 report explain 看全部规则', en: 'report explain lists all rules' },
  };
}

const BESIDE_WORDS: Text = { zh: 'ignore 和 words 并列，不写在里面', en: 'Write ignore beside words, not inside it' };

const unknownMeaning = (key: string, known: readonly string[]): { message: Text; hint: Text } => {
  const meant = keyLabelled(key) ?? didYouMean(key, known);
  const message = { zh: `没有“${key}”这个意思`, en: `There is no meaning "${key}"` };
  if (key === 'ignore') return { message, hint: BESIDE_WORDS };
  return {
    message,
    hint: meant
      ? { zh: `是不是 ${meant}？`, en: `Did you mean ${meant}?` }
      : { zh: '能写哪些，见 docs/prose.zh-CN.md', en: 'docs/prose.md lists the meanings' },
  };
};

const schemaProperties = (path: Path): object =>
  path.reduce((schema, key) => schema?.properties?.[String(key)] ?? {}, configSchema()).properties ?? {};

function oneOf(written: string, allowed: readonly string[]): Text {
  const meant = didYouMean(written, allowed);
  if (meant) return { zh: `是不是 ${meant}？`, en: `Did you mean ${meant}?` };
  return { zh: `可以是：${allowed.join('、')}`, en: `One of: ${allowed.join(', ')}` };
}
