import { wrap } from '../../diagnostics/display-width.ts';
import { shellWord } from '../../diagnostics/shell-word.ts';
import { plural, type Text } from '../../diagnostics/text.ts';
import { cellName, formCells } from '../../form/walk.ts';
import { factName, factsInDoubt } from '../../import/facts-in-doubt.ts';
import type { ImportedCell, PublishedReading, ReadingReason, TablesReading } from '../../import/reading.ts';
import { placeText, remarkWithPlace } from '../../import/words.ts';
import type { RefusedFile } from '../../workspace/import-files.ts';
import type { Context } from './context.ts';
import type { ImportResult } from './import-json.ts';

/** Cells to look at; the report file has a comment at every one. */
const MOST_CELLS = 10;

/** Tells on standard error how much of a file was read, each fact and cell in doubt, and what `validate` finds in the result. */
export function tellImport(result: ImportResult, context: Context): void {
  const { file, reading, output } = result;
  const { progress } = context;
  const to = output === undefined ? '' : ` → ${output}`;
  if (reading.source) {
    const { name } = reading.source;
    progress({
      zh: `${file}${to}：里面有 ${name}，和文件印出来的一致，照它取出`,
      en: `${file}${to}: it has ${name} inside, which says what the file shows, and was taken`,
    });
  } else {
    progress(counts(`${file}${to}`, reading));
    if (reading.workbook) progress(forInto(file));
    if (reading.doubt) progress({ zh: `  ${reading.doubt.text.zh}`, en: `  ${reading.doubt.text.en}` });
    if (!context.quiet) {
      tellFacts(reading, context);
      tellCells(reading, context);
    }
  }
  progress(findings(result));
}

const forInto = (file: string): Text => ({
  zh: `  这是 report build --format xlsx 生成的填数表格；取回同事改过的数：report import --into 报告.yaml ${shellWord(file)}`,
  en: `  It is a workbook of report build --format xlsx; to take the numbers that colleagues changed: report import --into report.yaml ${shellWord(file)}`,
});

function counts(name: string, reading: PublishedReading): Text {
  const { format, tables, texts } = reading;
  const facts = factsInDoubt(reading);
  const open = facts.doubtful.length + facts.missing.length;
  const cells = [...tables.cells.values()];
  const count = (one: ImportedCell['confidence']) => cells.filter(({ confidence }) => confidence === one).length;
  const [doubtful, unknown] = [count('doubtful'), count('unknown')];
  const left = [...tables.leftovers, ...texts.leftovers].filter(({ furniture }) => !furniture).length;
  const asRows = groupsAsRows(tables);
  const zh = [
    doubtful + unknown === 0 ? `${cells.length} 个数都读准了` : `${cells.length} 个数里 ${count('sure')} 个读准`,
    ...asRows.map((label) => `${label}印成一行`),
    doubtful > 0 && `${doubtful} 个存疑`,
    unknown > 0 && `${unknown} 个没有读出`,
    open > 0 && `机关、年度等 ${open} 项存疑或者没有读出`,
    left > 0 && `${left} 段文字没有归处，写在最后的注释里`,
  ];
  const en = [
    doubtful + unknown === 0
      ? `all ${cells.length} numbers are sure`
      : `${count('sure')} of ${cells.length} numbers are sure`,
    ...asRows.map((label) => `${label} printed as one row`),
    doubtful > 0 && `${doubtful} doubtful`,
    unknown > 0 && `${unknown} not read`,
    open > 0 && `${plural(open, 'fact')} about the report doubtful or not read`,
    left > 0 && `${plural(left, 'text')} without a place kept as ${left === 1 ? 'a comment' : 'comments'} at the end`,
  ];
  return {
    zh: `${name}（${format}）：${zh.filter(Boolean).join('，')}`,
    en: `${name} (${format}): ${en.filter(Boolean).join(', ')}`,
  };
}

/** The groups that the file has as one row, with one number in place of several. */
const groupsAsRows = ({ form, hybrid }: TablesReading): string[] =>
  hybrid.flatMap((group) => {
    const [, first] = [...formCells(form)].find(([path]) => path.startsWith(`${group}.`)) ?? [];
    return first?.groups.at(-1)?.label ?? [];
  });

/** Two files can have the same doubts, and `warn` tells each only once. */
const indented =
  ({ io, t }: Context) =>
  (text: Text) =>
    io.stderr.write(
      `${wrap(t(text), io.stderr.columns - 4)
        .map((line, index) => `${index === 0 ? '  ' : '    '}${line}`)
        .join('\n')}\n`,
    );

function tellFacts(reading: PublishedReading, context: Context): void {
  const say = indented(context);
  const { doubtful, missing } = factsInDoubt(reading);
  for (const { path, value, text, place } of doubtful) {
    const [name, where] = [factName(path), placeText(place)];
    const [zh, en] = [where.zh && `，${where.zh}`, where.en && `, ${where.en}`];
    say({
      zh: `${name.zh} = ${value}：存疑，请核对，原文“${text}”${zh}`,
      en: `${name.en} = ${value}: doubtful, please check, printed "${text}"${en}`,
    });
  }
  if (missing.length > 0)
    say({
      zh: `没有读出、要自己填：${missing.map(({ zh }) => zh).join('、')}`,
      en: `not read, to be filled in: ${missing.map(({ en }) => en).join(', ')}`,
    });
}

function tellCells({ tables }: PublishedReading, context: Context): void {
  const say = indented(context);
  for (const key of tables.missing) {
    const label = tables.form.tables.find((table) => table.key === key)?.label ?? key;
    say({ zh: `没有找到表：${label}`, en: `table not found: ${label}` });
  }
  const doubtful = [...tables.cells.values()].filter(
    ({ path, confidence }) => confidence !== 'sure' && !tables.missing.includes(tableOf(path)),
  );
  const alike = tables.form.tables.flatMap(({ key, label }) =>
    [...ALIKE].map(([reason, words]) => ({
      label,
      words,
      cells: doubtful.filter((cell) => likeness(cell) === reason && tableOf(cell.path) === key),
    })),
  );
  const together = alike.filter(({ cells }) => cells.length > FEW_ALIKE);
  for (const { label, words, cells } of together) {
    const count = cells.length;
    say({ zh: `${label}：${count} 格${words.zh}`, en: `${label}: ${plural(count, 'cell')} ${words.en}` });
  }
  const told = new Set(together.flatMap(({ cells }) => cells));
  const single = doubtful.filter((cell) => !told.has(cell));
  const names = formCells(tables.form);
  for (const cell of single.slice(0, MOST_CELLS)) {
    const place = names.get(cell.path);
    const value = cell.value === undefined ? '' : ` = ${cell.value}`;
    const name = `${place ? cellName(place) : cell.path}${value}`;
    const remark = remarkWithPlace(cell) ?? { zh: '', en: '' };
    say({ zh: `${name}：${remark.zh}`, en: `${name}: ${remark.en}` });
  }
  const more = single.length - MOST_CELLS;
  if (more > 0)
    say({ zh: `还有 ${more} 个，见报告文件里的注释`, en: `${more} more: see the comments in the report file` });
}

const tableOf = (path: string): string => path.split('.')[0] ?? '';

/** The reason of a cell; formulas that no program has computed are told apart. */
const likeness = ({ reason, text }: ImportedCell): ReadingReason | 'formula' =>
  reason === 'not-a-number' && text.startsWith('=') ? 'formula' : reason;

/** As many cells of a table, or fewer, are told one by one. */
const FEW_ALIKE = 3;
/** Reasons that many cells of a table have at once. */
const ALIKE: ReadonlyMap<ReadingReason | 'formula', Text> = new Map<ReadingReason | 'formula', Text>([
  ['blank', { zh: '空白，是不是 0 不知道', en: 'are blank: not known whether they are 0' }],
  ['dash', { zh: '写的是“/”或者横线，是不是 0 不知道', en: 'have a slash or dash: not known whether they are 0' }],
  [
    'formula',
    {
      zh: '公式没有算出结果，用 Excel 或 WPS 打开、保存一次再读',
      en: 'have formulas without a result: open the file in Excel or WPS, save it, and read it again',
    },
  ],
  ['missing', { zh: '没有找到', en: 'were not found' }],
  [
    'proved-zero',
    { zh: '没有写数，按勾稽关系只能是 0，请核对', en: 'have no number: by the sums they can only be 0, please check' },
  ],
  [
    'unbalanced',
    { zh: '在多数勾稽关系对不上的表里，请核对', en: 'are in a table whose sums mostly do not hold: please check' },
  ],
  ['recognized', { zh: '从扫描件里认出来，请逐个核对', en: 'were recognized from a scan: please check each' }],
  ['unruled', { zh: '在没有框线的表里，行列是推断的，请核对', en: 'are in a table without lines: please check each' }],
]);

function findings({ output, errors, unread, warnings }: ImportResult): Text {
  if (errors + warnings === 0) return { zh: '  核对：没有发现问题', en: '  checked: nothing found' };
  const [zh, en] =
    unread === 0 ? ['', ''] : [`（${unread} 个说的是没有读出的数）`, ` (${unread} about numbers not read)`];
  const command = output === undefined ? '' : `report validate ${shellWord(output)}`;
  return {
    zh: `  核对：${errors} 个错误${zh}，${warnings} 个警告${command && `；逐条看：${command}`}`,
    en: `  checked: ${plural(errors, 'error')}${en}, ${plural(warnings, 'warning')}${command && `; ${command} lists them`}`,
  };
}

/** Why a file cannot be read as a report, and what to do instead. */
export function tellRefusal({ input, refusal: { words, hint } }: RefusedFile, { warn }: Context): void {
  warn({ zh: `${input.name}：${words.zh}。${hint.zh}`, en: `${input.name}: ${words.en}. ${hint.en}` });
}
