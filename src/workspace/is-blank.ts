import { readFileSync, statSync } from 'node:fs';
import type { InputFile } from './files.ts';

/** Bytes. A larger file has something in it. */
const LARGEST = 4096;

/** True if a file has nothing but spaces, line ends and the zero bytes that a machine leaves that loses its power. */
export function isBlank({ path }: InputFile): boolean {
  try {
    return path !== undefined && statSync(path).size <= LARGEST && /^[\s\0]*$/u.test(readFileSync(path, 'utf8'));
  } catch {
    return false;
  }
}
