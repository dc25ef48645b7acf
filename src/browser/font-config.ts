import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeXml } from '../writing/markup.ts';
import { BLANK_FONT } from './blank-font.ts';

/**
 * Writes a configuration for fontconfig (Linux) into a profile and returns its path. Without `own`, an empty font is
 * its only font. With it, it has the fonts of the system and of the user: the browser's HOME is the profile, so that it
 * cannot find them itself.
 */
export function writeFontConfig(profile: string, own?: NodeJS.ProcessEnv): string {
  const fonts = join(profile, 'fonts');
  const file = join(profile, 'fonts.conf');
  mkdirSync(fonts);
  writeFileSync(join(fonts, 'blank.ttf'), BLANK_FONT);
  const caches = [join(profile, 'fontconfig'), ...(own ? userCaches(own) : [])];
  const parts = [
    ...[fonts, ...(own ? fontFolders(own) : [])].map((path) => `<dir>${escapeXml(path)}</dir>`),
    // Only the first is written to.
    ...caches.map((path) => `<cachedir>${escapeXml(path)}</cachedir>`),
    ...(own ? [`<include ignore_missing="yes">${escapeXml(own.FONTCONFIG_FILE ?? SYSTEM)}</include>`] : []),
  ];
  writeFileSync(file, `<fontconfig>${parts.join('')}</fontconfig>\n`);
  return file;
}

const SYSTEM = '/etc/fonts/fonts.conf';

/** The folders where fonts are looked for on Linux, those of the user first. */
export function fontFolders({ HOME, XDG_DATA_HOME }: NodeJS.ProcessEnv): string[] {
  const data = XDG_DATA_HOME || (HOME && join(HOME, '.local/share'));
  return [
    ...(data ? [join(data, 'fonts')] : []),
    ...(HOME ? [join(HOME, '.fonts')] : []),
    '/usr/local/share/fonts',
    '/usr/share/fonts',
  ];
}

/** What other programs have noted about the fonts; without it, each start would read all of them. */
function userCaches({ HOME, XDG_CACHE_HOME }: NodeJS.ProcessEnv): string[] {
  const cache = XDG_CACHE_HOME || (HOME && join(HOME, '.cache'));
  return cache ? [join(cache, 'fontconfig')] : [];
}
