import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';
import { MENU, placeOf } from './pages.mjs';

const sidebar = (language) =>
  MENU.map(({ pages, ...title }) => ({
    text: title[language],
    items: pages.map(([name, zh, en]) =>
      language === 'zh' ? { text: zh, link: `/${name}` } : { text: en, link: `/en/${name}` },
    ),
  }));

/** Files of docs/ that are not pages. */
const FILES = /^(?:ci|hooks|pictures)\//;

/** Makes the same anchors as GitHub and GitLab. */
const slugify = (title) =>
  title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

/** Converts links between files of docs/ to links between pages of the site. The README becomes the first page. */
function siteLinks(md) {
  md.core.ruler.push('site-links', (state) => {
    for (const token of state.tokens.flatMap(({ children }) => children ?? [])) {
      const key = token.type === 'image' ? 'src' : 'href';
      const address = (token.attrGet(key) ?? '').replace(/^\.\.\/README(?=[.])/, 'index');
      const [, file, anchor = ''] = /^([\w.-]+\.md)(#.*)?$/.exec(address) ?? [];
      if (file) token.attrSet(key, `/${placeOf(file).replace(/(?:index)?\.md$/, '')}${anchor}`);
      else if (FILES.test(address)) token.attrSet(key, `/${address}`);
    }
  });
}

/** Prints double braces as text, so that Vue does not treat them as placeholders. */
function plainBraces({ renderer }) {
  const render = renderer.render.bind(renderer);
  renderer.render = (...args) => render(...args).replaceAll('{{', '&#123;&#123;');
}

/** A table scrolls in a box of its own, which the keyboard reaches. An empty cell in its head is no header. */
function tables({ renderer }) {
  renderer.rules.table_open = (_tokens, _index, _options, { relativePath = '' }) =>
    `<div class="table" role="group" aria-label="${relativePath.startsWith('en/') ? 'Table' : '表格'}" tabindex="0"><table>\n`;
  renderer.rules.table_close = () => '</table></div>\n';
  // Keys such as applications.outcomes.not_disclosed break behind their dots and lines.
  const code = renderer.rules.code_inline;
  renderer.rules.code_inline = (...args) => code(...args).replace(/(?<=>[^<]*[._/])(?=\w)/g, '<wbr>');
  const render = renderer.render.bind(renderer);
  renderer.render = (...args) => render(...args).replace(/<th([^>]*)><\/th>/g, '<td$1></td>');
}

/** Splits text into Latin words and pairs of neighbouring Chinese characters. It runs in the browser, so it uses nothing outside itself. */
const tokenize = (text) =>
  (text.toLowerCase().match(/[a-z0-9_.-]+|\p{Script=Han}+/gu) ?? []).flatMap((word) =>
    /[a-z0-9]/.test(word) || word.length < 3
      ? [word]
      : Array.from({ length: word.length - 1 }, (_, index) => word.slice(index, index + 2)),
  );

const chinese = {
  nav: [
    { text: '上手', link: '/getting-started' },
    { text: '规则', link: '/rules' },
    { text: '命令', link: '/commands' },
  ],
  sidebar: sidebar('zh'),
  outline: { label: '本页', level: [2, 3] },
  docFooter: { prev: '上一页', next: '下一页' },
  darkModeSwitchLabel: '外观',
  lightModeSwitchTitle: '浅色',
  darkModeSwitchTitle: '深色',
  sidebarMenuLabel: '目录',
  returnToTopLabel: '回到顶部',
  langMenuLabel: '语言',
  skipToContentLabel: '跳到正文',
  notFound: { title: '没有这一页', quote: '', linkText: '回首页', linkLabel: '回首页' },
};

const english = {
  nav: [
    { text: 'Start', link: '/en/getting-started' },
    { text: 'Rules', link: '/en/rules' },
    { text: 'Commands', link: '/en/commands' },
  ],
  sidebar: sidebar('en'),
  outline: { level: [2, 3] },
  notFound: { title: 'No such page', linkText: 'Home' },
};

// Without a label of its own, the search button is named by what it shows.
const searchInEnglish = { button: { buttonText: 'Search', buttonAriaLabel: '' } };

const searchInChinese = {
  button: { buttonText: '搜索', buttonAriaLabel: '' },
  modal: {
    displayDetails: '显示详情',
    resetButtonTitle: '清除',
    backButtonTitle: '关闭',
    noResultsText: '没有找到：',
    footer: { selectText: '打开', navigateText: '上下选', closeText: '关闭' },
  },
};

export default defineConfig({
  title: 'ogi-report',
  // scripts/site.mjs copies the pages there, each language into its folder.
  srcDir: '../out/site-source',
  outDir: '../out/site',
  cacheDir: '../out/site-cache',
  cleanUrls: true,
  // The theme's start page has no main element.
  vite: {
    resolve: {
      alias: [{ find: /^.*\/VPHome\.vue$/, replacement: fileURLToPath(new URL('theme/home.mjs', import.meta.url)) }],
    },
  },
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    anchor: { slugify },
    config: (md) => {
      siteLinks(md);
      plainBraces(md);
      tables(md);
    },
  },
  locales: {
    root: {
      label: '简体中文',
      lang: 'zh-CN',
      description: '政府信息公开工作年度报告：一份 YAML，核对，生成正式的网页和 PDF',
      themeConfig: chinese,
    },
    en: {
      label: 'English',
      lang: 'en',
      description: 'Annual reports on open government information: one YAML file, checked, rendered as page and PDF',
      themeConfig: english,
    },
  },
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        miniSearch: { options: { tokenize } },
        locales: { root: { translations: searchInChinese }, en: { translations: searchInEnglish } },
      },
    },
  },
});
