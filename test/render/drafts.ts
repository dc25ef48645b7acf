import { readdirSync, readFileSync } from 'node:fs';
import { type Checked, check } from '../../src/check/check.ts';
import { EDITIONS } from '../../src/form/editions.ts';
import { skeleton } from '../../src/form/skeleton.ts';
import { publicationOf, withFindings } from '../../src/publish/publication.ts';
import type { Publication } from '../../src/render/publication.ts';
import { decode } from '../../src/source/decode.ts';
import { parse } from '../../src/source/parse.ts';

const root = new URL('../../', import.meta.url);
const yamlIn = (folder: string): string[] =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => `${folder}/${file}`)
    .sort();

/** The text of a file of the project. */
export function textOf(file: string): string {
  const text = decode(readFileSync(new URL(file, root)));
  return typeof text === 'string' ? text : '';
}

/** Checks the text of a report file. */
export const checkedOf = (text: string): Checked => check(parse(text, 'test.yaml'), { today: '2025-01-10' });

/** Makes a draft from the text of a report file; undefined if it cannot be read as YAML. */
export const draftOf = (text: string): Publication | undefined => draftFrom(checkedOf(text));

export function draftFrom(checked: Checked): Publication | undefined {
  if (!checked.report) return undefined;
  const choices = { formats: ['html'], base: 'test', template: 'sha256:0', draft: true } as const;
  return withFindings(publicationOf(checked, choices), checked);
}

/** All examples and fixtures of the project and the empty reports, by name. */
export const EVERY_REPORT: readonly (readonly [string, string])[] = [
  ...[...yamlIn('examples'), ...yamlIn('test/fixtures')].map((file) => [file, textOf(file)] as const),
  ...EDITIONS.map((form) => [`skeleton ${form.id}`, skeleton(form, { year: form.years.from, schema: 'x' })] as const),
];
