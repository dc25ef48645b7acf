import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as Describe from '../../src/fonts/describe.ts';
import type * as Subset from '../../src/fonts/subset.ts';

/** The bundle in a folder of its own: what it finds there is all that is installed. */
const folder = mkdtempSync(join(tmpdir(), 'ogi-test-fonts-'));
let subset: typeof Subset;
let describeFonts: typeof Describe.describeFonts;

beforeAll(async () => {
  const contents = "export * from './src/fonts/subset.ts'; export * from './src/fonts/describe.ts';";
  const outfile = join(folder, 'fonts.mjs');
  await build({
    stdin: { contents, resolveDir: process.cwd() },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
  const bundle = await import(/* @vite-ignore */ outfile);
  subset = bundle;
  describeFonts = bundle.describeFonts;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a font that is not installed is an error that says how to install it', async () => {
  expect(describeFonts().map(({ found }) => found)).toEqual([false, false, false, false]);
  await expect(subset.subsetFonts({ kai: '公开' })).rejects.toMatchObject({
    name: 'UserError',
    text: { zh: expect.stringContaining('楷体'), en: expect.stringContaining('LXGW WenKai') },
    hint: { en: expect.stringContaining('npm install --include=optional') },
  });
});

test('a font whose file is damaged is an error that names it', async () => {
  install('@expo-google-fonts/noto-sans-sc', '500Medium/NotoSansSC_500Medium.ttf', 'not a font');
  await expect(subset.subsetFonts({ hei: '公开' })).rejects.toMatchObject({
    name: 'UserError',
    text: { zh: expect.stringContaining('已损坏') },
  });
});

test('where only one family is installed, it does its work and what it lacks is missing', async () => {
  install('@expo-google-fonts/noto-serif-sc', '400Regular/NotoSerifSC_400Regular.ttf');
  install('harfbuzzjs', 'dist/harfbuzz-subset.wasm');
  rmSync(join(folder, 'node_modules/@expo-google-fonts/noto-sans-sc'), { recursive: true });
  const { fonts, missing } = await subset.subsetFonts({ song: '公开Ą' });
  expect([...fonts.keys()]).toEqual(['song']);
  expect(missing).toEqual(['Ą']);
});

/** One file of a package, with the content given or its own. */
function install(name: string, file: string, content?: string): void {
  const target = join(folder, 'node_modules', name, file);
  mkdirSync(dirname(target), { recursive: true });
  if (content === undefined) copyFileSync(resolve('node_modules', name, file), target);
  else writeFileSync(target, content);
  copyFileSync(resolve('node_modules', name, 'package.json'), join(folder, 'node_modules', name, 'package.json'));
}
