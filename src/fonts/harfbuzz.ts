import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { UserError } from '../diagnostics/user-error.ts';
import { neverOptimiseWasm } from './never-optimise.ts';

/** A font loaded by harfbuzz. It stays in harfbuzz's memory until the process ends. */
export interface Face {
  /** A TrueType font with only the glyphs of these code points. The same code points give the same bytes. */
  subset(codePoints: Iterable<number>): Uint8Array;
}

/** TypeScript declares it only in the library of browser globals. */
declare const WebAssembly: { instantiate(bytes: Uint8Array): Promise<{ instance: { exports: unknown } }> };

type Pointer = number;

/** The functions we use from harfbuzz's C interface. The package has no JavaScript interface for subsetting. */
interface HarfBuzzExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  _initialize(): void;
  malloc(size: number): Pointer;
  free(pointer: Pointer): void;
  hb_blob_create(data: Pointer, length: number, mode: number, userData: Pointer, destroy: Pointer): Pointer;
  hb_blob_destroy(blob: Pointer): void;
  hb_blob_get_data(blob: Pointer, length: Pointer): Pointer;
  hb_blob_get_length(blob: Pointer): number;
  hb_face_create(blob: Pointer, index: number): Pointer;
  hb_face_destroy(face: Pointer): void;
  hb_face_reference_blob(face: Pointer): Pointer;
  hb_set_add(set: Pointer, value: number): void;
  hb_set_clear(set: Pointer): void;
  hb_subset_input_create_or_fail(): Pointer;
  hb_subset_input_destroy(input: Pointer): void;
  hb_subset_input_set(input: Pointer, which: number): Pointer;
  hb_subset_input_set_flags(input: Pointer, flags: number): void;
  hb_subset_input_unicode_set(input: Pointer): Pointer;
  hb_subset_or_fail(face: Pointer, input: Pointer): Pointer;
}

const MEMORY_MODE_READONLY = 1;
const NO_HINTING = 0x01;
/** Keeps the box that is drawn for a missing character, so that it is visible instead of blank. */
const NOTDEF_OUTLINE = 0x40;
const DROPPED_TABLES = 3;
const LAYOUT_FEATURES = 6;

/** The only feature in use is `halt`, half-width punctuation, which Chrome's `text-spacing-trim` needs. */
const KEPT_FEATURES = ['halt'];
/** Tables with metrics for vertical text, which are dropped. */
const UNUSED_TABLES = ['vhea', 'vmtx'];

let started: Promise<HarfBuzzExports> | undefined;

/** Loads a TrueType font into harfbuzz. Throws a `UserError` if the package harfbuzzjs is missing. */
export async function loadFace(font: Uint8Array): Promise<Face> {
  started ??= start();
  const harfbuzz = await started;
  const data = harfbuzz.malloc(font.length);
  new Uint8Array(harfbuzz.memory.buffer).set(font, data);
  const blob = harfbuzz.hb_blob_create(data, font.length, MEMORY_MODE_READONLY, 0, 0);
  const face = harfbuzz.hb_face_create(blob, 0);
  harfbuzz.hb_blob_destroy(blob);
  return { subset: (codePoints) => subset(harfbuzz, face, codePoints) };
}

/** The size of harfbuzz's memory in bytes; it never shrinks. */
export const memoryTaken = async (): Promise<number> => (await started)?.memory.buffer.byteLength ?? 0;

async function start(): Promise<HarfBuzzExports> {
  const wasm = await readFile(wasmPath());
  neverOptimiseWasm();
  const { instance } = await WebAssembly.instantiate(wasm);
  const harfbuzz = instance.exports as HarfBuzzExports;
  harfbuzz._initialize();
  return harfbuzz;
}

/** The path of HarfBuzz. Throws a UserError if it is not installed. */
export function wasmPath(): string {
  try {
    return createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
  } catch (cause) {
    throw new UserError(
      {
        zh: '没有找到组件 harfbuzzjs，无法嵌入字体。',
        en: 'The package harfbuzzjs, which embeds the fonts, is missing.',
      },
      { zh: '请重新安装：npm install harfbuzzjs', en: 'Install it again: npm install harfbuzzjs' },
      { cause },
    );
  }
}

function subset(harfbuzz: HarfBuzzExports, face: Pointer, codePoints: Iterable<number>): Uint8Array {
  const input = harfbuzz.hb_subset_input_create_or_fail();
  fill(harfbuzz, harfbuzz.hb_subset_input_unicode_set(input), codePoints);
  fill(harfbuzz, harfbuzz.hb_subset_input_set(input, DROPPED_TABLES), UNUSED_TABLES.map(tag));
  const features = harfbuzz.hb_subset_input_set(input, LAYOUT_FEATURES);
  harfbuzz.hb_set_clear(features);
  fill(harfbuzz, features, KEPT_FEATURES.map(tag));
  harfbuzz.hb_subset_input_set_flags(input, NO_HINTING | NOTDEF_OUTLINE);
  const result = harfbuzz.hb_subset_or_fail(face, input);
  harfbuzz.hb_subset_input_destroy(input);
  if (result === 0) throw new Error('harfbuzz could not subset the font');
  const blob = harfbuzz.hb_face_reference_blob(result);
  const start = harfbuzz.hb_blob_get_data(blob, 0);
  const bytes = new Uint8Array(harfbuzz.memory.buffer).slice(start, start + harfbuzz.hb_blob_get_length(blob));
  harfbuzz.hb_blob_destroy(blob);
  harfbuzz.hb_face_destroy(result);
  return bytes;
}

function fill(harfbuzz: HarfBuzzExports, set: Pointer, values: Iterable<number>): void {
  for (const value of values) harfbuzz.hb_set_add(set, value);
}

function tag(name: string): number {
  return Buffer.from(name, 'latin1').readUInt32BE();
}
