import type { Path } from '../../diagnostics/diagnostic.ts';
import { say, type Text } from '../../diagnostics/text.ts';
import { type Choice, choicesOf, levelInName } from '../../form/choices.ts';
import { get } from '../../report/access.ts';
import type { Report } from '../../report/report.ts';
import { requiredAt } from '../../report/schema-lookup.ts';
import type { SchemaError } from './schema-error.ts';

/** `county（县级：县、区、县级市）` */
const nameOfChoice = ({ value, label }: Choice): Text => say(`${value}（${label}）`, `${value} (${label})`);

export const namesOfChoices = (choices: readonly Choice[], or?: Text): Text => {
  const names = choices.map(nameOfChoice);
  return say(names.map(({ zh }) => zh).join(or?.zh ?? '、'), names.map(({ en }) => en).join(or?.en ?? ', '));
};

/** Tells what belongs at a path that is empty or missing. */
export function whatToWrite({ report }: Pick<SchemaError, 'report'>, path: Path): Text {
  const key = String(path.at(-1));
  const choices = choicesOf(key);
  if (choices) return listChoices(report, key, choices);
  if (SECTIONS.has(key) && path.length === 1) return writeSection(key);
  if (TEXTS.has(key)) return path.reduce<unknown>(get, report.data) === '' ? fillBlock(key) : writeBlock(key);
  if (key === 'agency') return AGENCY;
  if (key === 'year') return say('写报告的年度，例如 year: 2025', 'Write the year of the report, such as year: 2025');
  const example = exampleOf(key, report.year ?? 2025);
  if (example === undefined) return say(`在 ${key}: 后面写上内容`, `Write a value after ${key}:`);
  return say(`写成 ${key}: ${example} 这样`, `Write it like ${key}: ${example}`);
}

/** Tells what to do about a place that is empty: what to write, and which lines can be removed instead, if any. */
export function fillOrRemove(error: SchemaError, path: Path): Text {
  const write = whatToWrite(error, path);
  const place = whereRequired(error, path);
  if (place === undefined) return write;
  const key = String(place.at(-1));
  return place.length === path.length
    ? say(`${write.zh}；不需要就删去 ${key} 这一项`, `${write.en}; or remove ${key} if it is not needed`)
    : say(`${write.zh}；不需要就连 ${key} 一起删去`, `${write.en}; or remove all of ${key} if it is not needed`);
}

/** The nearest part around a path that can be left out; undefined if the report needs all of them. */
function whereRequired({ schema, report }: SchemaError, path: Path): Path | undefined {
  for (let length = path.length; length > 0; length--) {
    const here = path.slice(0, length);
    const above = here.slice(0, -1).reduce<unknown>(get, report.data);
    // An item of a list is not said to be removable: what is in it would be lost.
    if (typeof here.at(-1) === 'number') return undefined;
    if (!requiredAt(schema, here, above)) return here;
  }
  return undefined;
}

const SECTIONS = new Set(['overview', 'problems', 'other_matters', 'preface']);
const TEXTS = new Set(['text', 'text_above', 'text_below']);

export const writeSection = (key: string): Text =>
  say(
    `写 ${key}: ，下一行空两格写 text: |，正文从再下一行写起，每行空四格`,
    `Write ${key}:, on the next line text: | after two spaces, and below it the text, each line after four spaces`,
  );
export const writeBlock = (key: string): Text =>
  say(
    `写 ${key}: |，正文从下一行写起，每行比 ${key} 多空两格`,
    `Write ${key}: | and below it the text, each line with two spaces more than ${key}`,
  );
const fillBlock = (key: string): Text =>
  say(
    `在 ${key}: | 的下一行写正文，每行比 ${key} 多空两格`,
    `Write the text below ${key}: |, each line with two spaces more than ${key}`,
  );
const AGENCY = say(
  '写 agency: ，下面三行各空两格，写 name:（机关全称）、level:（层级）、kind:（机关类型）',
  'Write agency: and below it, each after two spaces, name: (机关全称), level: (层级) and kind: (机关类型)',
);

function listChoices({ agencyName }: Report, key: string, choices: readonly Choice[]): Text {
  const all = namesOfChoices(choices);
  const likely = key === 'level' ? levelInName(agencyName) : undefined;
  const list = say(`${key}: 后面可以写：${all.zh}`, `After ${key}: write one of: ${all.en}`);
  if (likely === undefined) return list;
  return say(
    `从机关名称看，多半是 ${likely}。${list.zh}`,
    `By the name of the agency it is probably ${likely}. ${list.en}`,
  );
}

/** A value of a key, for a report of this year. */
export function exampleOf(key: string, year: number): string | undefined {
  const examples: Readonly<Record<string, string>> = {
    name: '清溪县教育局',
    short_name: '县教育局',
    title: `清溪县教育局${year}年政府信息公开工作年度报告`,
    published: `${year + 1}-01-22`,
    date: `${year + 1}-03-01`,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    expires: `${year + 1}-12-31`,
    heading: '依申请公开',
    note: '更正表三合计',
    office: '办公室',
    address: '清溪县文昌路1号',
    postcode: '324000',
    phone: '0570-5550123',
    fax: '0570-5550124',
    email: 'jyj@example.cn',
    at: 'active_disclosure.normative_documents.in_force',
    reason: '2件到期失效',
    previous: `${year - 1}.yaml`,
    vertical: 'true',
  };
  return Object.hasOwn(examples, key) ? examples[key] : undefined;
}
