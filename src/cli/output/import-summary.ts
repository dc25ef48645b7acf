import { wrap } from '../../diagnostics/display-width.ts';
import { plural, type Text } from '../../diagnostics/text.ts';
import { cellName, formCells } from '../../form/walk.ts';
import type { ImportedCell, PublishedReading, ReadingReason } from '../../import/reading.ts';
import { remarkWithPlace } from '../../import/words.ts';
import type { RefusedFile } from '../../workspace/import-files.ts';
import type { Context } from './context.ts';
import type { ImportResult } from './import-json.ts';

/** Cells to look at; the report file has a comment at every one. */
const MOST_CELLS = 10;

/** Tells on standard error how much of a file was read, each cell in doubt, and what `validate` finds in the result. */
export function tellImport({ file, reading, output, errors, warnings }: ImportResult, context: Context): void {
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
    tellCells(reading, context);
  }
  progress(findings(output, errors, warnings));
}

function counts(name: string, { format, tables, texts }: PublishedReading): Text {
  const cells = [...tables.cells.values()];
  const count = (one: ImportedCell['confidence']) => cells.filter(({ confidence }) => confidence === one).length;
  const left = tables.leftovers.length + texts.leftovers.length;
  return {
    zh: `${name}（${format}）：${count('sure')} 个数读准，${count('doubtful')} 个存疑，${count('unknown')} 个没有读出；${left} 段文字在报告里没有位置`,
    en: `${name} (${format}): ${plural(count('sure'), 'number')} read for sure, ${count('doubtful')} in doubt, ${count('unknown')} not read; ${plural(left, 'text')} without a place in a report`,
  };
}

function tellCells({ tables }: PublishedReading, { io, t }: Context): void {
  // Two files can have the same doubts, and `warn` tells each only once.
  const say = (text: Text) =>
    io.stderr.write(
      `${wrap(t(text), io.stderr.columns - 2)
        .map((line) => `  ${line}`)
        .join('\n')}\n`,
    );
  const names = formCells(tables.form);
  for (const key of tables.missing) {
    const label = tables.form.tables.find((table) => table.key === key)?.label ?? key;
    say({ zh: `没有找到表：${label}`, en: `table not found: ${label}` });
  }
  const cells = [...tables.cells.values()].filter(({ path }) => !tables.missing.includes(tableOf(path)));
  for (const { key, label } of tables.form.tables) {
    for (const [reason, words] of WHOLE) {
      const count = cells.filter((cell) => cell.reason === reason && tableOf(cell.path) === key).length;
      if (count > 0)
        say({ zh: `${label}：${count} 格${words.zh}`, en: `${label}: ${plural(count, 'cell')} ${words.en}` });
    }
  }
  const told = cells.filter(({ confidence, reason }) => confidence !== 'sure' && !WHOLE.has(reason));
  for (const cell of told.slice(0, MOST_CELLS)) {
    const place = names.get(cell.path);
    const name = place ? cellName(place) : cell.path;
    const remark = remarkWithPlace(cell) ?? { zh: '', en: '' };
    const value = cell.value ?? '?';
    say({ zh: `${name} = ${value}：${remark.zh}`, en: `${name} = ${value}: ${remark.en}` });
  }
  const more = told.length - MOST_CELLS;
  if (more > 0)
    say({ zh: `还有 ${more} 个，见报告文件里的注释`, en: `${more} more: see the comments in the report file` });
}

const tableOf = (path: string): string => path.split('.')[0] ?? '';

/** Reasons that many cells of a table have at once. */
const WHOLE: ReadonlyMap<ReadingReason, Text> = new Map([
  ['blank', { zh: '空白，是不是 0 不知道', en: 'blank: not known whether they are 0' }],
  ['dash', { zh: '写的是“/”或者横线，是不是 0 不知道', en: 'with a slash or dash: not known whether they are 0' }],
  ['missing', { zh: '没有找到', en: 'not found' }],
  [
    'proved-zero',
    { zh: '没有写数，按勾稽关系只能是 0，请核对', en: 'without a number: by the sums only 0, please check' },
  ],
  ['recognized', { zh: '从扫描件里认出来，请逐个核对', en: 'recognized from a scan: please check each' }],
]);

const findings = (output: string | undefined, errors: number, warnings: number): Text =>
  errors + warnings === 0
    ? { zh: '  核对：没有发现问题', en: '  checked: no problems found' }
    : {
        zh: `  核对：${errors} 个错误，${warnings} 个警告${output === undefined ? '' : `；逐条看：report validate ${output}`}`,
        en: `  checked: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}${output === undefined ? '' : `; report validate ${output} lists them`}`,
      };

/** Why a file cannot be read as a report, and what to do instead. */
export function tellRefusal({ input, refusal: { words, hint } }: RefusedFile, { warn }: Context): void {
  warn({ zh: `${input.name}：${words.zh}。${hint.zh}`, en: `${input.name}: ${words.en}. ${hint.en}` });
}
