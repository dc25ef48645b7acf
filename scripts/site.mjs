// Builds the documentation site in out/site: takes the pictures, writes the page of the programming interface, runs
// VitePress on docs/, and checks every link of the result and every page with axe, light and dark.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Parser } from 'htmlparser2';
import { build } from 'vitepress';
import { placeOf } from '../docs/.vitepress/pages.mjs';
import { loadScript } from './load-script.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const site = join(root, 'out/site');
process.chdir(root);

const { apiPage } = await loadScript('scripts/api-page.ts');
writeFileSync('docs/api.md', apiPage('en'));
writeFileSync('docs/api.zh-CN.md', apiPage('zh'));
const { takePictures } = await loadScript('scripts/pictures.ts');
await takePictures('docs/pictures');
placePages();
await build('docs');
const { accessibilityProblems } = await loadScript('scripts/site-accessibility.ts');
const problems = [...brokenLinks(site), ...(await accessibilityProblems(site))];
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
} else {
  console.log(`→ ${relative(root, join(site, 'index.html'))}`);
}

/** Copies docs/ to the source folder of VitePress, one folder for each language. Other files are copied unchanged. */
function placePages() {
  const source = join(root, 'out/site-source');
  rmSync(source, { recursive: true, force: true });
  mkdirSync(join(source, 'en'), { recursive: true });
  for (const file of readdirSync('docs').filter((name) => name.endsWith('.md')))
    cpSync(join('docs', file), join(source, placeOf(file)));
  for (const folder of ['ci', 'hooks', 'pictures'])
    cpSync(join('docs', folder), join(source, 'public', folder), { recursive: true });
}

/** Finds broken links, pictures, styles and scripts in a built site, and those loaded from other sites. */
function brokenLinks(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  const pages = new Map(files.map((file) => [join(folder, file), readPage(join(folder, file))]));
  const found = [];
  for (const [file, { links }] of pages) {
    for (const { address, loads } of links) {
      const problem = problemOf(file, address, loads, pages);
      if (problem) found.push(`${relative(folder, file)}: ${address} ${problem}`);
    }
  }
  return [...new Set(found)];

  function problemOf(file, address, loads) {
    if (/^data:/.test(address)) return undefined;
    if (/^(?:[a-z]+:)?\/\//.test(address)) return loads ? 'is loaded from elsewhere' : undefined;
    if (/^[a-z]+:/.test(address)) return undefined;
    const [path = '', anchor = ''] = address.split('#');
    const target = targetOf(file, decodeURIComponent(path));
    if (!target) return 'is not there';
    const page = pages.get(target);
    return anchor === '' || !page || page.ids.has(decodeURIComponent(anchor)) ? undefined : 'has no such place';
  }

  function targetOf(file, path) {
    const address = path === '' ? file : path.startsWith('/') ? join(folder, path) : resolve(dirname(file), path);
    const candidates = [address, `${address}.html`, join(address, 'index.html')];
    return candidates.find((one) => existsSync(one) && statSync(one).isFile());
  }
}

function readPage(file) {
  const links = [];
  const ids = new Set();
  const parser = new Parser({
    onopentag(name, { id, href, src }) {
      if (id) ids.add(id);
      if (href) links.push({ address: href, loads: name === 'link' });
      if (src) links.push({ address: src, loads: true });
    },
  });
  parser.end(readFileSync(file, 'utf8'));
  return { links, ids };
}
