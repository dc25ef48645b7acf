// The other tools by name. `make` makes the PDFs of finished pages in `out`, as well as the tool can: in one process,
// if it has a way to do so. `unavailable` gives the reason why it can't be measured here.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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
    unavailable: () => installed(...VIVLIOSTYLE),
    most: 10,
    /** It puts a blank between Chinese and digits where the page does not say no. */
    prepare: (pages, out) => {
      const entries = pages.map((page) => ({
        entry: changed(page, out, (html) => html.replace('<style>', '<style>:root{text-autospace:no-autospace}')),
        output: `${nameOf(page)}.pdf`,
        workspaceDir: `work-${nameOf(page)}`,
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
          'vivliostyle.config.json',
          '--executable-browser',
          browser.path,
        ],
        { cwd: out, env: browser.env },
      ),
  },
  WeasyPrint: {
    unavailable: () => (weasyPython() ? undefined : 'weasyprint is not installed'),
    most: 20,
    prepare: (pages, out) => {
      for (const page of pages) changed(page, out, withoutCalc);
    },
    make: (pages, out) =>
      command(weasyPython(), [here('weasy.py'), out, ...pages.map((page) => join(out, basename(page)))]),
  },
  'Puppeteer, kept warm': {
    /** Pages with the whole fonts, as a plain program has them. */
    prepare: async (pages, out) => {
      await wholeFonts();
      for (const page of pages) changed(page, out, withWholeFonts);
    },
    make: (pages, out, { browser }) =>
      command(
        process.execPath,
        [here('puppeteer.mjs'), browser.path, out, ...pages.map((page) => join(out, basename(page)))],
        { env: browser.env },
      ),
  },
  'Chrome alone': {
    make: async (pages, out, { browser, chrome }) => {
      const started = chrome.startChrome(browser);
      await chrome.printAll(started, pages, out);
      await started.close();
    },
  },
};

/** Writes a page with a change into the folder. Returns its name. */
function changed(page, out, change) {
  writeFileSync(join(out, basename(page)), change(readFileSync(page, 'utf8')));
  return basename(page);
}

/** WeasyPrint cannot calculate: lengths as they come out. */
const withoutCalc = (html) =>
  html
    .replaceAll('calc(156mm / 28)', '5.5714mm')
    .replaceAll('calc(225mm / 22)', '10.2273mm')
    .replaceAll('calc(var(--line) / 2)', '5.1136mm')
    .replaceAll('calc(100% - 2pt)', '99.5%');

/** The Python that the command of WeasyPrint names in its first line. */
function weasyPython() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const path = folders.map((one) => join(one, 'weasyprint')).find((one) => existsSync(one));
  return path && /^#!(\S+)/.exec(readFileSync(path, 'latin1'))?.[1];
}

const FACES = {
  'OGI Song': 'NotoSerifSC.ttf',
  'OGI Hei': 'NotoSansSC.ttf',
  'OGI Kai': 'LXGWWenKai.ttf',
  'OGI Title': 'NotoSerifSCBold.ttf',
};

function withWholeFonts(html) {
  const faces = Object.entries(FACES).map(
    ([family, file]) => `@font-face{font-family:"${family}";font-weight:1 1000;src:url("file://${join(fonts, file)}")}`,
  );
  return html
    .replace(/@font-face\{[^}]*\}\n?/g, '')
    .replace('<style>', `<style>\n${faces.join('\n')}`)
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n?/, '');
}
