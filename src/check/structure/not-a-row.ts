import { fixedRule } from '../../diagnostics/rule.ts';
import { say, type Text } from '../../diagnostics/text.ts';
import type { JsonSchema } from '../../form/schema-types.ts';
import { isData } from '../../report/access.ts';
import { meantKey } from '../../report/meant-key.ts';
import { normalizeNumber } from '../../report/normalize-number.ts';
import { propertiesOf, schemaAt } from '../../report/schema-lookup.ts';
import { labelAt } from './labels.ts';
import { isNone } from './number-slips.ts';
import { quoted, type SchemaError, type SchemaFinding } from './schema-error.ts';

export const notARow = fixedRule({
  id: 'not-a-row',
  title: say('一行按列写', 'A row gives a number for each column'),
  why: say(
    '一行有好几个单元格，只写一个数说不清是哪一个。',
    'A row has several cells; a single number does not say which cell it belongs to.',
  ),
  example: {
    good: 'reconsideration_and_litigation: { reconsideration: { upheld: 1 } }',
    bad: 'reconsideration_and_litigation: { reconsideration: 1 }',
  },
});

/** A row, a group of rows or a table that is not written as a map. */
interface WrittenRow {
  readonly key: string;
  readonly label: string;
  /** The columns of a row, or the rows of a group. */
  readonly children: Readonly<Record<string, JsonSchema>>;
  readonly isRow: boolean;
  readonly text: string;
}

export function describeNotARow(error: SchemaError): SchemaFinding {
  const { path, value, report, schema } = error;
  const all = propertiesOf(schema, schemaAt(schema, path) ?? {});
  const isCell = (child: string) => Object.hasOwn(propertiesOf(schema, all[child] ?? {}), 'value');
  const parts = Object.keys(all).filter((child) => !TEXTS.has(child));
  const isRow = parts.every(isCell);
  // A group that can also be one row has the columns of a row too.
  const children = Object.fromEntries(
    parts.filter((child) => isRow || !isCell(child)).map((child) => [child, all[child] ?? {}]),
  );
  const row: WrittenRow = {
    key: String(path.at(-1)),
    label: labelAt(report, schema, path),
    children,
    isRow,
    text: quoted(value),
  };
  if (!Array.isArray(value)) return { rule: notARow.id, ...sayScalar(row, value) };
  if (value.length > 0 && value.every(isData)) return { rule: notARow.id, path: [...path, 0], ...sayDashes(row) };
  return { rule: notARow.id, ...sayListed({ ...row, text: value.map(quoted).join(', ') }, say('一个列表', 'a list')) };
}

type Said = Pick<SchemaFinding, 'message' | 'hint'>;

const sayDashes = ({ label, key, children }: WrittenRow): Said => ({
  message: say(`“${label}”下面各行的前面多了“-”`, `The lines below "${label}" begin with "-"`),
  hint: say(
    `${key}: 下面不是列表：去掉每行开头的“- ”，直接写 ${Object.keys(children)[0]}: …`,
    `There is no list below ${key}: remove the "- " before each line and write ${Object.keys(children)[0]}: …`,
  ),
});

function sayScalar(row: WrittenRow, value: unknown): Said {
  const { key, label, text, children, isRow } = row;
  const written = say(`“${text}”`, `"${text}"`);
  if (isData(value)) return sayWhole(row, say('空的花括号', 'empty braces'));
  if (isNone(text)) {
    return {
      message: say(`“${label}”不能写${written.zh}`, `"${label}" cannot be ${written.en}`),
      hint: say(
        `没有就写 ${key}: 0；还不知道就写 ${key}: null`,
        `Write ${key}: 0 for none, or ${key}: null if it is not known yet`,
      ),
    };
  }
  const number = normalizeNumber(withoutUnit(text), { key, kind: 'count' });
  if (number === undefined) return sayListed(row, written);
  if (number === '0')
    return {
      message: say(`“${label}”写的是${written.zh}`, `"${label}" is ${written.en}`),
      hint: say(`写成 ${key}: 0`, `Write ${key}: 0`),
    };
  const names = Object.keys(children);
  if (isRow && names.length === 1) {
    return {
      message: say(`“${label}”只写了数，没有写列`, `"${label}" has a number without its column`),
      hint: say(`写成 ${key}: { ${names[0]}: ${number} }`, `Write ${key}: { ${names[0]}: ${number} }`),
    };
  }
  const part = isRow ? say('列', 'column') : say('行', 'row');
  const list = namesOf(children);
  return {
    message: say(
      `“${label}”有好几${part.zh}，只写${written.zh}说不清是哪一${part.zh}`,
      `"${label}" has several ${part.en}s, and ${written.en} alone does not say which ${part.en} it is`,
    ),
    hint: isRow
      ? say(
          `写明是哪一列，例如 ${key}: { ${names[0]}: ${number} }；这里的列有：${list.zh}`,
          `Name the column, such as ${key}: { ${names[0]}: ${number} }. The columns are: ${list.en}`,
        )
      : say(`${key}: 下面分行写，这里的行有：${list.zh}`, `Write its rows below ${key}:. The rows are: ${list.en}`),
  };
}

const TEXTS = new Set(['text_above', 'text_below', 'footnote']);

function namesOf(children: WrittenRow['children']): Text {
  const names = Object.entries(children);
  return say(
    names.map(([child, { title }]) => `${child}（${title}）`).join('、'),
    names.map(([child, { title }]) => `${child} (${title})`).join(', '),
  );
}

/** Several numbers, or numbers with the names of their columns, are proposed as a row. */
function sayListed(row: WrittenRow, written: Text): Said {
  const { key, label, isRow } = row;
  const cells = isRow ? (namedNumbers(row) ?? numbersInOrder(row)) : undefined;
  if (!cells) return sayWhole(row, written);
  return {
    message: say(
      `“${label}”要写明各列，不能写${written.zh}`,
      `"${label}" must name its columns and cannot be ${written.en}`,
    ),
    hint: say(`核对后写成 ${key}: { ${cells} }`, `Check it, then write ${key}: { ${cells} }`),
  };
}

function sayWhole({ key, label, children }: WrittenRow, written: Text): Said {
  const [first = ''] = Object.keys(children);
  return {
    message: say(`“${label}”不能只写${written.zh}`, `"${label}" cannot be just ${written.en}`),
    hint: say(
      `按列写，例如 ${key}: { ${first}: … }；全部是零就写 ${key}: 0；还不知道就写 ${key}: null`,
      `Write each column, such as ${key}: { ${first}: … }; write ${key}: 0 if all are zero, or ${key}: null if they are not known yet`,
    ),
  };
}

/** A row has columns of several units, so any unit is left out. */
const withoutUnit = (text: string): string =>
  text.slice(0, LONGEST).replace(/(?<=[0-9０-９零〇])\s*(元|万元|个|起|份|宗|项|次)$/u, '');

/** 自然人6件，企业2件 */
function namedNumbers({ text, children }: WrittenRow): string | undefined {
  if (text.length > LONGEST) return undefined;
  const cells = text
    .split(/[，,、；;\s]+/u)
    .filter(Boolean)
    .map((piece) => {
      const [, name = '', number] = /^([^0-9:：]+)[:：]?([0-9]{1,12})[件个起]?$/u.exec(piece) ?? [];
      const meant = number === undefined ? undefined : meantKey(name, children);
      return meant && `${meant.key}: ${number}`;
    });
  return cells.length > 0 && cells.every((cell) => cell !== undefined) ? cells.join(', ') : undefined;
}

/** 38, 6, 0, 0, 0, 2, 46: as many numbers as columns, with or without the total. */
function numbersInOrder({ text, children }: WrittenRow): string | undefined {
  const columns = Object.keys(children);
  const numbers = text.length > LONGEST ? [] : text.split(/[，,、/|\s]+/u);
  if (numbers.length < columns.length - 1 || numbers.length > columns.length || numbers.length < 2) return undefined;
  if (!numbers.every((number) => /^[0-9]{1,12}$/.test(number))) return undefined;
  const cells = numbers.flatMap((number, index) => (number === '0' ? [] : [`${columns[index]}: ${number}`]));
  return cells.length > 0 ? cells.join(', ') : undefined;
}

const LONGEST = 200;
