import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Folder, folderWith, inProcess } from './run.ts';

/** A page with links to reports, which is not a report itself. */
const LINKS = [2021, 2022, 2023].map((year) => `<li><a href="${year}.html">${year}年政府信息公开工作年度报告</a></li>`);

let folder: Folder;
beforeAll(async () => {
  folder = await folderWith({
    'list.html': `<html><body><ul>${LINKS.join('')}</ul></body></html>`,
    'broken.yaml': 'a: [',
    'in/note.txt': '',
  });
});
afterAll(() => folder.remove());

test.each([
  [['validate', 'list.html'], 1],
  [['claims', 'list.html'], 1],
  [['diff', 'list.html', 'broken.yaml'], 2],
  [['migrate', 'list.html'], 2],
  [['import', 'list.html'], 1],
])('%j tells what the file is and what to do with it', async (argv, expected) => {
  const { code, stdout, stderr } = await inProcess(argv, { cwd: folder.path });
  const told = (stdout + stderr).replaceAll('\n', '');
  expect(code).toBe(expected);
  expect(told).toContain('这是报告的目录页，有 3 个报告的链接');
  expect(told).toContain('保存点开的那个网页');
  expect(told).not.toMatch(/再导入|report validate/u);
});

test('the lines of a broken report file are shown by validate', async () => {
  for (const argv of [
    ['claims', 'broken.yaml'],
    ['migrate', 'broken.yaml'],
  ])
    expect((await inProcess(argv, { cwd: folder.path })).stderr).toContain('report validate broken.yaml');
});

test.each([
  ['validate', 'in', 'in 里没有 .yaml 或 .yml 文件，也没有网页、Word、WPS、PDF 或者表格文件'],
  ['import', 'in', 'in 里没有网页、Word、WPS、PDF 或者表格文件'],
  ['build', 'in', 'in 里没有 .yaml 或 .yml 文件'],
  ['validate', '*.pdf', '没有文件符合 *.pdf'],
])('%s %s, where nothing is found, names what can be there', async (command, place, message) => {
  const { code, stderr } = await inProcess([command, place], { cwd: folder.path });
  expect(code).toBe(2);
  expect(stderr.replaceAll('\n', '')).toContain(`${message}建议：`);
});
