// The other tools by name. `make` makes the PDFs of finished pages in `out`, as well as the tool can: in one process,
// if it has a way to do so. `unavailable` gives the reason why it can't be measured here.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { command } from '../speed/measure.mjs';
import { contentOf } from './blocks.mjs';
import { folder, fonts, installed, wholeFonts } from './install.mjs';

const TYPST = ['@myriaddreamin/typst-ts-node-compiler', '0.7.0'];
const VIVLIOSTYLE = ['@vivliostyle/cli', '10.6.0'];
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const nameOf = (page) => basename(page, '.html');

export const TOOLS = {
  Typst: {
    version: () => `${TYPST.join(' ')}`,
    unavailable: () => installed(...TYPST),
    /** The content of the pages as data: reading HTML is no part of the work. */
    prepare: async (pages, out) => {
      await wholeFonts();
      const list = pages.map((page) => ({ name: nameOf(page), content: contentOf(readFileSync(page, 'utf8')) }));
      writeFileSync(join(out, 'list.json'), JSON.stringify(list));
    },
    make: (_, out) => command(process.execPath, [here('typst.mjs'), folder, fonts, out, join(out, 'list.json')]),
  },
  'Vivliostyle CLI': {
    version: () => `${VIVLIOSTYLE.join(' ')}`,
    unavailable: () => installed(...VIVLIOSTYLE),
    most: 20,
    prepare: async (pages, out) => {
      const entries = pages.map((page) => ({
        entry: page,
        output: join(out, `${nameOf(page)}.pdf`),
        workspaceDir: join(out, nameOf(page)),
      }));
      writeFileSync(join(out, 'vivliostyle.config.json'), JSON.stringify(entries));
    },
    make: (_, out, { browser }) =>
      command(
        process.execPath,
        [
          join(folder, 'node_modules/@vivliostyle/cli/dist/cli.js'),
          'build',
          '--config',
          join(out, 'vivliostyle.config.json'),
          '--executable-browser',
          browser.path,
          '--timeout',
          '300',
        ],
        { cwd: out, env: browser.env },
      ),
  },
  WeasyPrint: {
    version: () => spawnSync('weasyprint', ['--version'], { encoding: 'utf8' }).stdout.trim(),
    unavailable: () => (weasyPython() ? undefined : 'weasyprint is not installed'),
    most: 20,
    make: (pages, out) => command(weasyPython(), [here('weasy.py'), out, ...pages]),
  },
  'Puppeteer, kept warm': {
    version: () => 'puppeteer-core, as in package.json',
    /** Pages with the whole fonts, as a plain program has them. */
    prepare: async (pages, out) => {
      await wholeFonts();
      mkdirSync(join(out, 'pages'), { recursive: true });
      for (const page of pages)
        writeFileSync(join(out, 'pages', basename(page)), withWholeFonts(readFileSync(page, 'utf8')));
    },
    make: (pages, out, { browser }) =>
      command(
        process.execPath,
        [here('puppeteer.mjs'), browser.path, out, ...pages.map((page) => join(out, 'pages', basename(page)))],
        { env: browser.env },
      ),
  },
  'Chrome alone': {
    version: ({ browser }) => basename(browser.path),
    make: async (pages, out, { browser, chrome }) => {
      const started = chrome.startChrome(browser);
      await chrome.printAll(started, pages, out);
      await started.close();
    },
  },
};

/** The Python that the command of WeasyPrint names in its first line. */
function weasyPython() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const path = folders.map((one) => join(one, 'weasyprint')).find((one) => existsSync(one));
  return path && /^#!(\S+)/.exec(readFileSync(path, 'latin1'))?.[1];
}

const FACES = { 'OGI Song': 'NotoSerifSC.ttf', 'OGI Hei': 'NotoSansSC.ttf', 'OGI Kai': 'LXGWWenKai.ttf' };

function withWholeFonts(html) {
  const faces = Object.entries(FACES).map(
    ([family, file]) => `@font-face{font-family:"${family}";font-weight:1 1000;src:url("file://${join(fonts, file)}")}`,
  );
  return html
    .replace(/@font-face\{[^}]*\}\n?/g, '')
    .replace('<style>', `<style>\n${faces.join('\n')}`)
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n?/, '');
}
