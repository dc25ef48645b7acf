import type { ErrorObject } from 'ajv';
import { DEFAULT_SETTINGS, type Settings } from '../check/settings.ts';
import type { Path, Range } from '../diagnostics/diagnostic.ts';
import type { Text } from '../diagnostics/text.ts';
import { get, getIn, isData } from '../report/access.ts';
import { didYouMean } from '../report/resolve.ts';
import { locate } from '../source/locate.ts';
import type { Source } from '../source/parse.ts';
import { configSchema } from './config-schema.ts';
import { config as validate } from './validator.js';

/** What `report.config.yaml` sets. */
export interface Config {
  readonly settings: Settings;
  /** Where `build` writes, relative to the file. */
  readonly out: string | undefined;
  readonly formats: readonly string[] | undefined;
}

/** Something in the configuration that means nothing. */
export interface ConfigFault {
  readonly range: Range;
  readonly message: Text;
  readonly hint: Text;
}

export const DEFAULT_CONFIG: Config = { settings: DEFAULT_SETTINGS, out: undefined, formats: undefined };

/** A parsed `report.config.yaml` -> what it sets, or what is wrong with it. Throws nothing. */
export function readConfig(source: Source): Config | readonly ConfigFault[] {
  const unread = source.findings.map(({ message, hint, range, path }) => ({
    range: range ?? locate(source, path),
    message,
    hint: hint ?? CHECK,
  }));
  // A file of comments sets nothing.
  if (source.findings.some(({ rule }) => rule === 'file-empty')) return DEFAULT_CONFIG;
  if (unread.length > 0) return unread;
  if (!validate(source.data)) return (validate.errors ?? []).map((error) => fault(source, error));
  const formats = getIn(source.data, 'build.formats');
  const out = getIn(source.data, 'build.out');
  return {
    settings: {
      severities: mapAt(source.data, 'rules') as Settings['severities'],
      deadlines: mapAt(source.data, 'deadlines') as Settings['deadlines'],
    },
    out: typeof out === 'string' ? out : undefined,
    formats: Array.isArray(formats) ? formats.map(String) : undefined,
  };
}

const mapAt = (data: unknown, key: string): object => {
  const value = get(data, key);
  return isData(value) ? value : {};
};

const CHECK: Text = { zh: '看看缩进和引号', en: 'Check indentation and quotes' };

/** A schema error in our words. */
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
    const message = { zh: `${name} 不能是“${value}”`, en: `${name} can not be "${value}"` };
    return { range, message, hint: oneOf(String(value), allowed) };
  }
  if (keyword === 'pattern' && path[0] === 'deadlines') {
    return {
      range,
      message: { zh: `${name} 里的“${value}”不是月和日`, en: `"${value}" in ${name} is no month and day` },
      hint: { zh: '写成 01-28 这样', en: 'Write it as 01-28' },
    };
  }
  return { range, message: { zh: `${name} 写得不对`, en: `${name} is not written as it should be` }, hint: CHECK };
}

function unknownKey(path: Path, key: string): { message: Text; hint: Text } {
  const known = Object.keys(schemaProperties(path));
  const isRule = path[0] === 'rules';
  return {
    message: isRule
      ? { zh: `没有可以设置的规则“${key}”`, en: `There is no rule "${key}" that can be set` }
      : { zh: `这里没有“${key}”这个键`, en: `There is no key "${key}" here` },
    hint:
      isRule && !didYouMean(key, known)
        ? {
            zh: '用 report explain 看全部规则；语法、数的写法和表内勾稽关系不能改',
            en: 'report explain lists the rules; syntax, numbers and the sums of the tables can not be set',
          }
        : oneOf(key, known),
  };
}

const schemaProperties = (path: Path): object =>
  path.reduce((schema, key) => schema?.properties?.[String(key)] ?? {}, configSchema()).properties ?? {};

function oneOf(written: string, allowed: readonly string[]): Text {
  const meant = didYouMean(written, allowed);
  if (meant) return { zh: `是不是 ${meant}？`, en: `Did you mean ${meant}?` };
  return { zh: `可以是：${allowed.join('、')}`, en: `One of: ${allowed.join(', ')}` };
}
