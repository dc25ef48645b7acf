const CHINESE = '.zh-CN.md';

/** The path in the site of a page of docs/: Chinese pages are at the root, English pages in en/. */
export const placeOf = (file) => (file.endsWith(CHINESE) ? file.replace(CHINESE, '.md') : `en/${file}`);

/** The menu of the site: file, Chinese title and English title of each page. */
export const MENU = [
  {
    zh: '入门',
    en: 'Start',
    pages: [
      ['getting-started', '第一个小时', 'Get started'],
      ['first-year', '从去年的 Word 到今年的报告', 'From last year’s Word file to this year'],
      ['import', '把已公布的报告读进来', 'Reading published reports'],
      ['from-word', '照着去年的 Word 抄', 'Copying last year’s Word file by hand'],
      ['preview', '边改边看', 'Live preview'],
      ['editor', '编辑器', 'Editors'],
    ],
  },
  {
    zh: '写报告',
    en: 'Writing',
    pages: [
      ['cells', '文件格式：每一格', 'The file, cell by cell'],
      ['prose', '正文里的数和图', 'Numbers and charts in prose'],
      ['checking', '怎样核对', 'Checking'],
      ['rules', '全部规则', 'All rules'],
      ['glossary', '术语', 'Glossary'],
    ],
  },
  {
    zh: '一起写',
    en: 'Working together',
    pages: [
      ['colleagues', '同事不用 git', 'Colleagues without git'],
      ['diff', '比较两份报告', 'Comparing reports'],
      ['divisions', '几个科室一起填', 'Several divisions'],
      ['sign-off', '送审', 'Sign-off'],
      ['many-bodies', '一个文件夹里许多单位', 'A folder of many agencies'],
      ['several-machines', '几台机器一起做', 'Several machines'],
    ],
  },
  {
    zh: '发布',
    en: 'Publishing',
    pages: [
      ['draft', '草稿、审签单、Word、粘贴用的网页', 'Drafts, sign-off, Word, fragments'],
      ['publishing', '发布到网站', 'Publishing on a website'],
      ['pdf', 'PDF 里有什么', 'What is in the PDF'],
      ['pdf-points', 'PDF/UA-1 和 PDF/A-3a 逐条', 'PDF/UA-1 and PDF/A-3a, point by point'],
      ['verify', '核对已发布的文件', 'Verifying published files'],
      ['templates', '自己的模板', 'Templates'],
    ],
  },
  {
    zh: '自动化',
    en: 'Automation',
    pages: [
      ['hooks-and-ci', '钩子和 CI', 'Hooks and CI'],
      ['commands', '全部命令', 'All commands'],
      ['api', '程序接口', 'Programming interface'],
      ['speed', '和别的工具比快慢', 'Speed, beside other tools'],
      ['troubleshooting', '装不上、打不开', 'Troubleshooting'],
    ],
  },
];
