// The other tools, outside the project: what is needed of npm goes into a temporary folder, which is kept for next time.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from '../layouts/load.mjs';

export const folder = join(tmpdir(), 'report-bench-tools');
export const fonts = join(folder, 'fonts');
const require = createRequire(import.meta.url);

const FONTS = {
  'NotoSerifSC.ttf': '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'NotoSerifSCBold.ttf': '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  'NotoSansSC.ttf': '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  'LXGWWenKai.ttf': '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff',
};

/** Installs a package of npm with its exact version. Returns why it can't, or undefined. */
export function installed(name, version) {
  const manifest = join(folder, 'node_modules', name, 'package.json');
  const isThere = () => existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version;
  if (isThere()) return undefined;
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const args = ['install', '--no-audit', '--no-fund', '--loglevel', 'error', `${name}@${version}`];
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: 'ignore', shell: process.platform === 'win32' });
  return status === 0 && isThere() ? undefined : `npm does not give ${name} ${version}`;
}

/** A folder with the fonts of the project as whole TrueType files. */
export async function wholeFonts() {
  mkdirSync(fonts, { recursive: true });
  const { isWoff, unwrapWoff } = await load('../../src/fonts/woff.ts');
  for (const [name, path] of Object.entries(FONTS)) {
    if (existsSync(join(fonts, name))) continue;
    const bytes = readFileSync(require.resolve(path));
    writeFileSync(join(fonts, name), isWoff(bytes) ? await unwrapWoff(bytes) : bytes);
  }
  return fonts;
}
