import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const docs = readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((file) => join('docs', file));
const root = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'src/README.md'];
const pages = [...root, ...docs.filter((file) => file.endsWith('.md'))].sort();

const withoutCode = (text: string) => text.replace(/^```[\s\S]*?^```/gm, '');

/** The anchors of a page's headings, as GitHub and GitLab make them. */
function anchorsOf(page: string): string[] {
  const headings = withoutCode(readFileSync(page, 'utf8')).matchAll(/^#+ (.*)$/gm);
  return [...headings].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** The links of a page to files of the project. */
const linksOf = (page: string): readonly string[] =>
  [...withoutCode(readFileSync(page, 'utf8')).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link));

function targetOf(page: string, link: string): string {
  const [file = ''] = link.split('#');
  return file === '' ? page : join(dirname(page), file);
}

function broken(page: string, link: string): boolean {
  const [, anchor] = link.split('#');
  const target = targetOf(page, link);
  return !existsSync(target) || (anchor !== undefined && !anchorsOf(target).includes(decodeURIComponent(anchor)));
}

test.each(pages)('%s has no link that leads nowhere', (page) => {
  expect(linksOf(page).filter((link) => broken(page, link))).toEqual([]);
});

describe('the package', () => {
  const npm = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const [{ files }] = JSON.parse(execFileSync('npm', npm, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  const packed = new Set(files.map(({ path }: { path: string }) => path));

  test.each(pages)('carries %s and what it links to', (page) => {
    expect([page, ...linksOf(page).map((link) => targetOf(page, link))].filter((file) => !packed.has(file))).toEqual(
      [],
    );
  });

  test('carries the examples', () => {
    const examples = readdirSync('examples', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    expect(examples.filter((file) => !packed.has(file))).toEqual([]);
  });
});
