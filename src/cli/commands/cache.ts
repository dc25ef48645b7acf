import { command } from '../command.ts';

export const cache = command({
  name: 'cache',
  args: '[clear]',
  light: true,
  summary: { zh: '看缓存的大小，清空缓存', en: 'Show the size of the cache, or clear it' },
  details: {
    zh: '列出缓存文件夹和里面各类文件的大小：生成过的网页和 PDF（报告、上年报告、模板、字体、浏览器、版本和选项都没有变，就不再生成；最多 1 GB，久不用的先删）、字体子集、编译过的程序、解开的浏览器。clear 删去除浏览器以外的；正在生成的不受影响。环境变量 REPORT_CACHE_DIR 可以另指一个文件夹。',
    en: "Shows the cache folder and the size of what is in it: finished pages and PDFs (not built again if the report, last year's report, template, fonts, browser, version and options are the same; at most 1 GB, and what was not used for longest goes first), font subsets, compiled code and the unpacked browser. clear removes all but the browser, and does not disturb a build that is running. REPORT_CACHE_DIR names another folder.",
  },
  examples: [
    ['report cache', { zh: '在哪里、多大', en: 'where it is, and its size' }],
    ['report cache clear', { zh: '清空', en: 'clear it' }],
  ],
  options: {
    format: {
      flags: '--format <text|json>',
      words: { zh: '清单的格式，json 给程序读', en: 'format of the list; json is for programs' },
      choices: ['text', 'json'],
      value: 'text',
    },
  },
  run: async ([action], flags, context) => (await import('../work/cache.ts')).cache(action, flags, context),
});
