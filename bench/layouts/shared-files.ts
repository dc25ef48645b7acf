// The published files outside the project, with their true numbers.
import { existsSync, readFileSync } from 'node:fs';
import type { MadeFile } from './layout.ts';
import type { CellTruth } from './page.ts';
import type { SectionTexts } from './prose.ts';

/** A file to be refused, or one with its truth. */
export type SharedFile = Omit<MadeFile, 'truth'> &
  Partial<Pick<MadeFile, 'truth'>> & { readonly refused?: readonly string[] };

const IMPORT = 'import/';
const CORPUS = 'corpus/';
/** File, its true numbers. */
const FILES: readonly (readonly [string, string])[] = [
  [`${CORPUS}hongze_2024.pdf`, `${CORPUS}reports/hongze_2024.json`],
  [`${IMPORT}C_pingtan_2021.html`, `${IMPORT}pingtan_2021.json`],
  [`${IMPORT}D_shanghai_office_2019.html`, `${CORPUS}reports/shanghai_office_2019.json`],
  [`${IMPORT}E_shuyang_drc_2023.html`, `${CORPUS}reports/shuyang_drc_2023.json`],
  [`${IMPORT}F_nested_pingtan_2023.html`, `${IMPORT}pingtan_2023.json`],
  [`${IMPORT}H_gbk_declared_utf8_pingtan_2022.html`, `${IMPORT}pingtan_2022.json`],
  [`${IMPORT}pingtan_2023.wps-form.docx`, `${IMPORT}pingtan_2023.json`],
  [`${IMPORT}pingtan_2023.wps-form.html`, `${IMPORT}pingtan_2023.json`],
];
/** Files that are no report, and the kinds of refusal that say so. */
const REFUSED: readonly (readonly [string, readonly string[]])[] = [
  [`${IMPORT}X_list_page.html`, ['list-page', 'list']],
  [`${IMPORT}X_spa_shell.html`, ['script-shell', 'spa-shell', 'script-page', 'shell']],
];
/** The blank form: every cell is blank. */
const BLANK = `${IMPORT}blank_form_2021_wps.docx`;

/** The files in the shared folder; none if it is missing. */
export function sharedFiles(folder: URL): SharedFile[] {
  if (!existsSync(folder)) return [];
  const read = (path: string) => readFileSync(new URL(path, folder));
  const file = (path: string) => ({
    name: path.slice(path.indexOf('/') + 1),
    format: path.slice(path.lastIndexOf('.') + 1),
    bytes: read(path),
  });
  const blankCells = [...numbersOf(JSON.parse(String(read(`${IMPORT}pingtan_2023.json`))))];
  return [
    ...FILES.map(([path, truth]) => ({ ...file(path), truth: truthIn(JSON.parse(String(read(truth)))) })),
    {
      ...file(BLANK),
      truth: {
        edition: '2021',
        cells: new Map(blankCells.map(([path]) => [path, { value: undefined, blank: true }])),
      },
    },
    ...REFUSED.map(([path, refused]) => ({ ...file(path), refused })),
  ];
}

interface Published {
  readonly agency: string;
  readonly year: number;
  readonly form: string;
  readonly prose?: Readonly<Record<string, string>>;
}

function truthIn(published: Published): NonNullable<SharedFile['truth']> {
  return {
    edition: published.form,
    year: published.year,
    cells: new Map(numbersOf(published)),
    ...(published.prose && { prose: sectionsOf(published.prose) }),
  };
}

const sectionsOf = (prose: NonNullable<Published['prose']>): SectionTexts =>
  Object.fromEntries(Object.entries(prose).map(([section, text]) => [section, [text]]));

/** Numbers as printed: null is a blank cell, a string a number with a remark. */
function* numbersOf(published: object): Generator<[string, CellTruth]> {
  for (const table of ['active_disclosure', 'applications', 'reconsideration_and_litigation'])
    yield* walk((published as Record<string, unknown>)[table], table);
}

function* walk(value: unknown, path: string): Generator<[string, CellTruth]> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) yield* walk(child, `${path}.${key}`);
  } else if (value === null || value === undefined) yield [path, { value: undefined, blank: true }];
  else
    yield [
      path,
      { value: /（/.test(String(value)) ? String(value).replace(/（.*$/u, '') : String(value), blank: false },
    ];
}
