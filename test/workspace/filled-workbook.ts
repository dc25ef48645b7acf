import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx } from 'hucre';

/** Cells by their names, with numbers, texts in quotes, or empty for a blank cell: `{ D5: '15', E5: '"无"' }`. */
export type Fillings = Readonly<Record<string, string>>;

/** Fills in cells of a sheet as a program does that computes no formula. Sheets are numbered from 1. */
export function filledIn(bytes: Uint8Array, sheet: number, fillings: Fillings): Uint8Array {
  return withPart(bytes, `xl/worksheets/sheet${sheet}.xml`, (xml) =>
    Object.entries(fillings).reduce((text, [name, value]) => {
      const cell = new RegExp(`<c r="${name}"((?: s="\\d+")?)[^>]*?(?:/>|>.*?</c>)`, 'u');
      if (!cell.test(text)) throw new Error(`the sheet has no cell ${name}`);
      const words = /^"(.*)"$/u.exec(value)?.[1];
      const content = words === undefined ? `><v>${value}</v>` : ` t="inlineStr"><is><t>${words}</t></is>`;
      return text.replace(cell, (_, style: string) =>
        value === '' ? `<c r="${name}"${style}/>` : `<c r="${name}"${style}${content}</c>`,
      );
    }, xml),
  );
}

/** Changes the text of a part of a workbook. */
export function withPart(bytes: Uint8Array, name: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const before = strFromU8(parts[name] ?? new Uint8Array());
  const after = change(before);
  if (after === before) throw new Error(`nothing changed in ${name}`);
  return zipSync({ ...parts, [name]: strToU8(after) });
}

/** The names of cells, by the first label of their row and a column: rows of a sheet as its file has them. */
export async function rowOf(bytes: Uint8Array, sheet: number, label: string): Promise<number> {
  const { sheets } = await readXlsx(bytes);
  const row =
    sheets[sheet - 1]?.rows.findIndex((cells) => cells.some((value) => String(value ?? '').startsWith(label))) ?? -1;
  if (row < 0) throw new Error(`no row starts with ${label}`);
  return row + 1;
}

export const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);
if (!office) console.warn('skipped: LibreOffice is not installed (apt-get install libreoffice-calc)');

/** It computes every formula when it opens a workbook. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** The workbook after LibreOffice has opened it, computed its formulas and saved it. */
export function savedByOffice(bytes: Uint8Array, kind: 'xlsx' | 'ods' | 'xls' = 'xlsx'): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'report-office-'));
  try {
    mkdirSync(join(folder, 'profile/user'), { recursive: true });
    writeFileSync(join(folder, 'profile/user/registrymodifications.xcu'), SETTINGS);
    writeFileSync(join(folder, 'a.xlsx'), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const out = join(folder, 'out');
    execFileSync(office ?? '', [profile, '--headless', '--convert-to', kind, '--outdir', out, join(folder, 'a.xlsx')], {
      stdio: 'ignore',
    });
    return readFileSync(join(out, `a.${kind}`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
