import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { escapeXml } from '../writing/markup.ts';
import { BLANK_FONT } from './blank-font.ts';
import { noTemporary, removeTemporary, temporaryFolder } from './temporary.ts';

/** A temporary profile for one run of the browser. */
export interface Profile {
  readonly folder: string;
  /** Environment variables that the browser needs for this profile. */
  readonly env: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

/** Creates a profile. It is removed when this process ends, if not before. Throws a UserError if it cannot be written. */
export function createProfile(systemFonts: boolean): Profile {
  const folder = temporaryFolder();
  const linux = process.platform === 'linux';
  return {
    folder,
    env: {
      // Keeps the browser from writing to the user's folders. macOS limits the length of paths in the temporary folder.
      ...(linux ? { HOME: folder, TMPDIR: folder } : {}),
      ...(linux && !systemFonts ? { FONTCONFIG_FILE: hideFonts(folder) } : {}),
    },
    remove: () => removeTemporary(folder),
  };
}

/** Writes a fontconfig configuration with an empty font as its only font, and returns its path. */
function hideFonts(folder: string): string {
  const fonts = join(folder, 'fonts');
  const file = join(folder, 'fonts.conf');
  const cache = join(folder, 'fontconfig');
  const [dir, cachedir] = [escapeXml(fonts), escapeXml(cache)];
  try {
    mkdirSync(fonts);
    writeFileSync(join(fonts, 'blank.ttf'), BLANK_FONT);
    writeFileSync(file, `<fontconfig><dir>${dir}</dir><cachedir>${cachedir}</cachedir></fontconfig>\n`);
  } catch (error) {
    throw noTemporary(dirname(folder), error);
  }
  return file;
}
