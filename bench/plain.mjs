// Makes the same PDF as an ordinary program would: reads the YAML, fills the template, prints with Puppeteer, checks nothing.
// node bench/plain.mjs REPORT TEMPLATE BROWSER OUTPUT
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import Handlebars from 'handlebars';
import puppeteer from 'puppeteer-core';
import { parse } from 'yaml';

const [report, template, executablePath, output] = process.argv.slice(2);
const data = parse(readFileSync(report, 'utf8'));
const html = Handlebars.compile(readFileSync(template, 'utf8'))(data);
const page = `${output}.html`;
writeFileSync(page, html);

const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await puppeteer.launch({ executablePath, args });
const tab = await browser.newPage();
await tab.goto(pathToFileURL(page).href, { waitUntil: 'load' });
await tab.pdf({ path: `${output}.pdf`, preferCSSPageSize: true, printBackground: true });
await browser.close();
