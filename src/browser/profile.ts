import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeXml } from '../writing/markup.ts';
import { BLANK_FONT } from './blank-font.ts';
import { removeTemporary, temporaryFolder } from './temporary.ts';

/** A profile for one run of the browser. */
export interface Profile {
  readonly folder: string;
  /** What the browser's environment needs for it. */
  readonly env: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

/** Makes a profile that is removed, at the latest, when this process ends. */
export function createProfile(systemFonts: boolean): Profile {
  const folder = temporaryFolder('ogi-report-');
  const linux = process.platform === 'linux';
  return {
    folder,
    env: {
      // So that nothing is left in the person's own folders. macOS limits the length of paths in its temporary folder.
      ...(linux ? { HOME: folder, TMPDIR: folder } : {}),
      ...(linux && !systemFonts ? { FONTCONFIG_FILE: hideFonts(folder) } : {}),
    },
    remove: () => removeTemporary(folder),
  };
}

/** A fontconfig configuration that knows nothing but an empty font. */
function hideFonts(folder: string): string {
  const fonts = join(folder, 'fonts');
  mkdirSync(fonts);
  writeFileSync(join(fonts, 'blank.ttf'), BLANK_FONT);
  const file = join(folder, 'fonts.conf');
  const cache = join(folder, 'fontconfig');
  writeFileSync(
    file,
    `<fontconfig><dir>${escapeXml(fonts)}</dir><cachedir>${escapeXml(cache)}</cachedir></fontconfig>\n`,
  );
  return file;
}
