import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { FAMILIES, type Family } from './families.ts';

const resolver = createRequire(import.meta.url);

/** The folder of a family's package; undefined if it isn't installed. */
export function packageManifest(family: Family): string | undefined {
  try {
    return resolver.resolve(`${family.package}/package.json`);
  } catch {
    return undefined;
  }
}

/** True if the bundled fonts are installed, or at least one of them. */
export const hasFonts = (): boolean => FAMILIES.some((family) => packageManifest(family) !== undefined);

/** Path of the complete font of a family. Use `packageManifest` to see whether it is installed. */
export function fontPath(family: Family, manifest: string): string {
  return join(dirname(manifest), family.file);
}

const INSTALL_ALL: Text = {
  zh: '装上字体和浏览器：npm install --include=optional；不用它们的格式：--format docx,fragment',
  en: 'Install fonts and browser: npm install --include=optional. Formats that need neither: --format docx,fragment',
};
const again = ({ package: name }: Family): Text => ({
  zh: `请重新安装它：npm install --include=optional ${name}`,
  en: `Install it again: npm install --include=optional ${name}`,
});

/** The error for a family that a page needs but that can't be used. */
export function fontUnavailable(family: Family, why: 'missing' | 'damaged', cause?: unknown): UserError {
  const name = `${family.label} ${family.typeface}`;
  return new UserError(
    why === 'missing'
      ? { zh: `没有找到字体 ${name}。`, en: `The font ${name} isn't installed.` }
      : {
          zh: `字体 ${name} 的文件已损坏，无法读取。`,
          en: `The file of the font ${name} is damaged and can't be read.`,
        },
    why === 'missing' ? INSTALL_ALL : again(family),
    { cause },
  );
}
