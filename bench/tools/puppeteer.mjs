// Prints pages with Puppeteer in one browser, two at a time, and checks nothing: puppeteer.mjs BROWSER OUT PAGE...
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const [executablePath, out, ...pages] = process.argv.slice(2);
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await puppeteer.launch({ executablePath, args });
const print = async () => {
  for (let page = pages.shift(); page; page = pages.shift()) {
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(page).href, { waitUntil: 'load' });
    const path = join(out, `${basename(page, '.html')}.pdf`);
    await tab.pdf({ path, preferCSSPageSize: true, printBackground: true });
    await tab.close();
  }
};
await Promise.all([print(), print()]);
await browser.close();
