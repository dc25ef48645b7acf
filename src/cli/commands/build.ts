import { command } from '../command.ts';
import { BROWSER, BROWSER_URL, CHECKING, MANY_REPORTS, TEMPLATE } from '../options.ts';

export const build = command({
  name: 'build',
  args: '<FILES...>',
  summary: { zh: '核对报告，生成网页和 PDF', en: 'Check reports and write HTML and PDF' },
  details: {
    zh: '先做 validate 的全部核对；有错误的报告不生成网页和 PDF。--draft 照样生成草稿：页面带“草稿”字样，未知的数印成“待填”，发现的问题附在后面；退出码不变，有错误仍是 1。docx 是 Word 文件；xlsx 只有表格，给同事填数；fragment 是不带样式表的一段网页，用来粘贴到网站后台；json 是模板用的数据。review 是送负责人审签的一页审签单，网页和 PDF 各一份：数和上年并列，列出问题和豁免；有错误也生成，不公开。PDF 附有报告文件，--no-source 不附。FILES 是文件、文件夹、通配符，或者 -（标准输入）。',
    en: 'Runs all checks of validate first; for a report with errors, no page and no PDF is written. With --draft a draft is written anyway: every page is marked as a draft, unknown numbers are marked, and the findings are listed at the end. The exit code is the same: 1 if there are errors. docx is a Word document; xlsx has only the tables, for colleagues to fill in; fragment is a part of a web page without a style sheet, to paste into the editor of a website; json is the data for templates. review is one page for the responsible leader to sign, as HTML and PDF: the figures with those of last year, the findings and the waivers. It is written even if there are errors, and is not for publication. The report file is attached to the PDF; --no-source leaves it out. FILES are files, folders, patterns, or - for standard input.',
  },
  examples: [
    ['report build 2024.yaml', { zh: '生成 out/2024.html 和 out/2024.pdf', en: 'out/2024.html and out/2024.pdf' }],
    ['report build 2024.yaml --draft', { zh: '先出一份草稿', en: 'a draft, even with errors' }],
    ['report build 2024.yaml --format review', { zh: '送审签的一页', en: 'one page for sign-off' }],
    ['report build 2024.yaml --watch', { zh: '边改边生成', en: 'again whenever you save' }],
    ['report build reports/ -o public', { zh: '文件夹里的全部报告', en: 'every report in a folder' }],
    ['report build 2024.yaml --format pdf -o -', { zh: '写到标准输出', en: 'to standard output' }],
  ],
  options: {
    out: {
      flags: '-o, --out <dir>',
      words: { zh: '输出文件夹；- 是标准输出', en: 'output folder; - is standard output' },
      usual: 'out',
    },
    format: {
      flags: '--format <list>',
      words: {
        zh: '生成哪些格式，逗号隔开：html、pdf、docx、xlsx、fragment、json、review',
        en: 'formats to write, separated by commas: html, pdf, docx, xlsx, fragment, json, review',
      },
      // Given again, it adds to the list.
      parse: (written, before): string => (typeof before === 'string' ? `${before},${written}` : written),
      usual: 'html,pdf',
    },
    draft: {
      flags: '--draft',
      words: {
        zh: '有错误、没填完也生成，写成 .draft.html、.draft.pdf',
        en: 'build even if there are errors and unknown cells, as .draft.html and .draft.pdf',
      },
    },
    watch: {
      flags: '--watch',
      words: {
        zh: '一直运行：保存了什么，就重新生成用到它的报告；按 Ctrl-C 结束',
        en: 'keep running: build the reports again that use a saved file; Ctrl-C stops',
      },
    },
    template: TEMPLATE,
    source: {
      flags: '--source',
      words: {
        zh: 'PDF 附上报告文件，连同注释和豁免；不再提醒',
        en: 'attach the report file to the PDF, with its comments and waivers, without a reminder',
      },
      opposite: {
        flags: '--no-source',
        words: {
          zh: '生成的文件里只有印出来的内容，没有报告文件、注释和豁免',
          en: 'files contain only what is printed, without the report file, its comments and waivers',
        },
      },
    },
    readBack: {
      flags: '--no-read-back',
      words: {
        zh: '不把生成的文件读回来再核对一遍',
        en: 'do not read the generated files back to compare them with the report',
      },
    },
    cache: {
      flags: '--no-cache',
      words: {
        zh: '全部重新生成，不用也不留缓存；缓存见 report cache',
        en: 'build everything anew, and keep nothing in the cache; see report cache',
      },
    },
    systemFonts: {
      flags: '--system-fonts',
      words: {
        zh: '优先用本机的公文字体：标题小标宋，正文仿宋，小标题黑体和楷体；没有的仍用自带的',
        en: 'prefer the official document fonts installed on this machine; the bundled fonts are used if one is missing',
      },
    },
    browser: BROWSER,
    browserUrl: BROWSER_URL,
    ...CHECKING,
    ...MANY_REPORTS,
  },
  run: async (args, flags, context) =>
    flags.watch
      ? (await import('../work/watch-build.ts')).watchBuild(args, flags, context)
      : (await import('../work/build.ts')).build(args, flags, context),
  serve: async (port, data) => (await import('../../batch/serve-builds.ts')).serveBuilds(port, data),
});
