import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stringify } from 'yaml';

const FONTS = {
  'OGI Song': '@expo-google-fonts/noto-serif-sc:400Regular/NotoSerifSC_400Regular.ttf',
  'OGI Hei': '@expo-google-fonts/noto-sans-sc:500Medium/NotoSansSC_500Medium.ttf',
  'OGI Title': '@expo-google-fonts/noto-serif-sc:700Bold/NotoSerifSC_700Bold.ttf',
  'OGI Kai': '@fontsource/lxgw-wenkai:files/lxgw-wenkai-latin-500-normal.woff',
};

/**
 * Turns a finished page into the input of a program without this tool: a template with the same content and style, in
 * which the table cells are names, and the data as YAML. The fonts are complete and read from their files.
 */
export function plainTemplate(html) {
  const data = JSON.parse(/<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(html)[1]);
  const faces = Object.entries(FONTS).map(
    ([family, font]) => `@font-face{font-family:"${family}";font-weight:1 1000;src:url(${fileUrl(font)})}`,
  );
  const template = html
    .replace(/@font-face\{[^}]*\}\n?/g, '')
    .replace('<style>', `<style>\n${faces.join('\n')}`)
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n?/, '')
    .replace(/<script [\s\S]*?<\/script>\n?/g, '')
    .replace(/(<td\b[^>]* data-path="([^"]+)"[^>]*>)[^<]*/g, '$1{{$2}}');
  return { template, yaml: stringify(data) };
}

function fileUrl(font) {
  const [name, file] = font.split(':');
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  return pathToFileURL(join(dirname(manifest), file)).href;
}
