import { countFrom } from '../diagnostics/count-from.ts';
import type { Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { REPORTERS } from '../reporters/index.ts';
import type { Shard } from '../workspace/shard.ts';
import type { OptionDef, Options } from './command.ts';
import { addReporter } from './output/reporter-target.ts';

/** The options that several commands share. */

const QUIET = {
  flags: '-q, --quiet',
  words: { zh: '只显示问题和错误，不显示做了什么', en: 'print only findings and errors, not what was done' },
} as const satisfies OptionDef;

/** Every command takes it, but only the help of commands that print findings shows it. */
export const VERBOSE = {
  flags: '--verbose',
  words: {
    zh: '列问题时，也显示提示、依据和全部有关的单元格',
    en: 'with findings, also show info, sources and all related cells',
  },
} as const satisfies OptionDef;

export const LANG = {
  flags: '--lang <lang>',
  words: { zh: '语言，也可以用环境变量 REPORT_LANG', en: 'language; you can also set REPORT_LANG' },
  choices: ['zh', 'en'],
} as const satisfies OptionDef;

const COLOR = { flags: '--color', words: { zh: '总是用颜色', en: 'always use colours' } } as const satisfies OptionDef;

const NO_COLOR = {
  flags: '--no-color',
  words: { zh: '不用颜色，也可以用环境变量 NO_COLOR', en: 'never use colours; you can also set NO_COLOR' },
} as const satisfies OptionDef;

export const REPORTER = {
  flags: '--reporter <name[=file]>',
  words: {
    zh: '结果的格式；“名字=文件”写进文件，可以写几次',
    en: 'format of the results; name=file writes a file; can be given several times',
  },
  choices: Object.keys(REPORTERS),
  parse: addReporter,
  usual: 'text',
} as const satisfies OptionDef;

export const FAIL_ON = {
  flags: '--fail-on <severity>',
  words: { zh: '到哪一级就算不通过', en: 'the lowest severity that fails the run' },
  choices: ['error', 'warning'],
  value: 'error',
} as const satisfies OptionDef;

const PROSE = {
  flags: '--prose <mode>',
  words: {
    zh: '正文里的数：strict 连没有核对的也报告',
    en: 'numbers in the prose: strict also reports those that were not compared',
  },
  choices: ['usual', 'strict'],
  value: 'usual',
} as const satisfies OptionDef;

export const STDIN_FILENAME = {
  flags: '--stdin-filename <path>',
  words: { zh: '标准输入的报告叫什么', en: 'file name of the report on standard input' },
} as const satisfies OptionDef;

export const DRY_RUN = {
  flags: '--dry-run',
  words: {
    zh: '不写文件，只显示要改的（补丁）或者读出了什么',
    en: 'write no file; print the changes as a patch, or what was read',
  },
} as const satisfies OptionDef;

export const FORCE = {
  flags: '--force',
  words: { zh: '覆盖已有的 YAML 文件', en: 'replace existing YAML files' },
} as const satisfies OptionDef;

export const AGAINST = {
  flags: '--against <file|folder>',
  words: {
    zh: '上年的报告，或者放着它们的文件夹；代替报告里的 previous',
    en: "last year's report, or a folder with such reports; used instead of previous in the report",
  },
} as const satisfies OptionDef;

export const TEMPLATE = {
  flags: '--template <dir>',
  words: {
    zh: '用这个文件夹里的模板，见 report template',
    en: 'use the templates in this folder; see report template',
  },
} as const satisfies OptionDef;

export const BROWSER = {
  flags: '--browser <path>',
  words: {
    zh: '用这个浏览器，也可以用环境变量 REPORT_BROWSER',
    en: 'use this browser; you can also set REPORT_BROWSER',
  },
} as const satisfies OptionDef;

export const BROWSER_URL = {
  flags: '--browser-url <url>',
  words: {
    zh: '用在别处运行的 Chrome：ws://、wss:// 或者 http://主机:9222，也可以用环境变量 REPORT_BROWSER_URL',
    en: 'use a Chrome that runs elsewhere: ws://, wss:// or http://host:9222; you can also set REPORT_BROWSER_URL',
  },
} as const satisfies OptionDef;

export const FORM = {
  flags: '--form <edition>',
  words: { zh: '格式：2021 或 2019', en: 'edition of the form: 2021 or 2019' },
} as const satisfies OptionDef;

export const CONCURRENCY = {
  flags: '--concurrency <n>',
  words: {
    zh: '同时做几份；不写就是处理器有几个核做几份',
    en: 'how many reports at a time; default: one for each processor core',
  },
  parse: countFrom(1, 64, '--concurrency 4'),
} as const satisfies OptionDef;

/** The options of every command; their values are `CommonOptions`. */
export const COMMON: readonly OptionDef[] = [QUIET, VERBOSE, LANG, COLOR, NO_COLOR];

const PASS_WITH_NO_REPORTS = {
  flags: '--pass-with-no-reports',
  words: {
    zh: '一份报告也没有找到也算通过；不写就是退出码 2',
    en: 'pass if no report is found; without it the exit code is then 2',
  },
} as const satisfies OptionDef;

const SHARD = {
  flags: '--shard <i/n>',
  words: {
    zh: '几台机器分着做：文件分成 n 份，只做第 i 份；文件在哪一份只由它的路径决定，和别的文件无关',
    en: 'for several machines: divide the files into n shards and do shard i; the shard of a file depends only on its path',
  },
  parse: (written: string): Shard => {
    const [, index = 0, count = 0] = (/^([0-9]{1,6})\/([0-9]{1,6})$/.exec(written) ?? []).map(Number);
    if (index >= 1 && index <= count) return { index, count };
    throw new UserError(
      { zh: `“${written}”不是几分之几`, en: `"${written}" is not a share such as 2/8` },
      {
        zh: '八份里的第二份写 --shard 2/8，从 1/8 到 8/8',
        en: 'The second of eight is --shard 2/8; they go from 1/8 to 8/8',
      },
    );
  },
} as const satisfies OptionDef;

const TIMINGS = {
  flags: '--timings',
  words: {
    zh: '最后在标准错误里列出每个阶段用的时间',
    en: 'at the end, print to standard error how long each phase took',
  },
} as const satisfies OptionDef;

const TIMINGS_JSON = {
  flags: '--timings-json',
  words: { zh: '同上，写成一行 JSON', en: 'the same as one line of JSON' },
} as const satisfies OptionDef;

export const QUEUE = {
  flags: '--queue <url>',
  words: {
    zh: '队列（Redis）的地址，报告由那里的 report worker 做；不让别人看到密码，用环境变量 REPORT_QUEUE',
    en: 'address of the queue (Redis) where report worker does the reports; to hide the password, set REPORT_QUEUE',
  },
} as const satisfies OptionDef;

const QUEUE_TIMEOUT = {
  flags: '--queue-timeout <seconds>',
  words: {
    zh: '没有 worker 或者连接断了，等多少秒',
    en: 'how long to wait if the queue has no worker or the connection is lost',
  },
  parse: countFrom(1, 86_400, '--queue-timeout 600'),
  usual: '300',
} as const satisfies OptionDef;

/** The options of commands that check reports and print the findings. */
export const CHECKING = {
  reporter: REPORTER,
  failOn: FAIL_ON,
  prose: PROSE,
  stdinFilename: STDIN_FILENAME,
  against: AGAINST,
  passWithNoReports: PASS_WITH_NO_REPORTS,
} as const satisfies Options;

/** The options of commands that take many reports. */
export const MANY_REPORTS = {
  concurrency: CONCURRENCY,
  shard: SHARD,
  queue: QUEUE,
  queueTimeout: QUEUE_TIMEOUT,
  timings: TIMINGS,
  timingsJson: TIMINGS_JSON,
} as const satisfies Options;

/** The groups of options in the help of a command with many, after its own options. */
export const GROUPS: readonly { readonly title: Text; readonly options: readonly OptionDef[] }[] = [
  { title: { zh: '核对：', en: 'Checks:' }, options: Object.values(CHECKING) },
  { title: { zh: '速度和多台机器：', en: 'Speed and several machines:' }, options: Object.values(MANY_REPORTS) },
  { title: { zh: '通用：', en: 'Common:' }, options: COMMON },
];
