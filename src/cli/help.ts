import type { Text } from '../diagnostics/text.ts';

/** Every word of `--help`; the command pages in docs/ are generated from it. */

const say = (zh: string, en: string): Text => ({ zh, en });

/** The titles that the command-line parser prints in English. */
export const TITLES: Readonly<Record<string, Text>> = {
  'Usage:': say('用法:', 'Usage:'),
  'Options:': say('选项：', 'Options:'),
  'Commands:': say('命令：', 'Commands:'),
  'Arguments:': say('参数：', 'Arguments:'),
  'Examples:': say('例子：', 'Examples:'),
};

export const HELP = {
  report: {
    summary: say(
      '政府信息公开工作年度报告：核对一份 YAML，生成正式的网页和 PDF',
      'The annual report on open government information: checks one YAML file, writes the official HTML and PDF',
    ),
    examples: [
      ['report init 2024.yaml', say('新建一份带说明的骨架', 'start a report with comments')],
      ['report validate 2024.yaml', say('核对格式、勾稽关系和正文', 'check form, arithmetic and prose')],
      ['report fix 2024.yaml', say('填上总计，规范数的写法', 'fill in totals, tidy up numbers')],
      [
        'report build 2024.yaml',
        say('核对后生成 out/2024.html 和 out/2024.pdf', 'check, then write out/2024.html and .pdf'),
      ],
      ['report doctor', say('看看浏览器和字体是否齐全', 'see whether browser and fonts are there')],
    ],
  },
  commands: {
    build: {
      summary: say('核对报告，生成网页和 PDF', 'Check reports and write HTML and PDF'),
      details: say(
        '先做 validate 的全部核对；有错误的报告不生成任何文件。--draft 照样生成草稿：页面带“草稿”字样，未知的数印成“待填”，发现的问题附在后面；退出码不变，有错误仍是 1。fragment 是不带样式表的一段网页，用来粘贴到网站后台。FILES 是文件、文件夹、通配符，或者 -（标准输入）。',
        'Checks as validate does; nothing is written for a report with errors. With --draft a draft is written all the same: it says so on every page, what is unknown is marked, and the findings stand at its end; the exit code stays the same, 1 with errors. fragment is a piece of a web page without a style sheet, to paste into the editor of a website. FILES are files, folders, patterns, or - for standard input.',
      ),
      examples: [
        ['report build 2024.yaml', say('生成 out/2024.html 和 out/2024.pdf', 'out/2024.html and out/2024.pdf')],
        ['report build 2024.yaml --draft', say('先出一份草稿', 'a draft, whatever is wrong')],
        ['report build reports/ -o public', say('文件夹里的全部报告', 'every report in a folder')],
        ['report build 2024.yaml --format pdf -o -', say('写到标准输出', 'to standard output')],
      ],
    },
    validate: {
      summary: say('只核对，不生成文件', 'Check reports, write nothing'),
      details: say(
        '核对格式、勾稽关系、与上年报告的衔接、日期和正文的写法。报告里的豁免、上级文件夹里的 report.config.yaml 和 report.baseline.json 都会用上。退出码：0 没有错误，1 有错误，2 命令不能完成。',
        "Checks form, arithmetic, last year's report, dates and the outward form of the prose. Uses the report's waivers, and report.config.yaml and report.baseline.json in the folders above. Exit code: 0 no error, 1 errors, 2 the command can not do its work.",
      ),
      examples: [
        ['report validate 2024.yaml', say('一份报告', 'one report')],
        ['report validate "reports/**/*.yaml"', say('通配符', 'a pattern')],
        ['report validate 2024.yaml --against 2023.yaml', say('和上年核对', 'with last year')],
        ['report validate 2024.yaml --reporter json', say('给程序读', 'for programs')],
        ['report validate . --reporter text --reporter sarif=out.sarif', say('也写进文件', 'print and write')],
        ['git show :2024.yaml | report validate -', say('标准输入', 'standard input')],
      ],
    },
    verify: {
      summary: say('核对已发布的文件是不是报告生成的', 'Tell whether published files are what a report builds'),
      details: say(
        '网页和 PDF 里都有生成记录：程序、表式、模板的版本和报告文件的校验值。verify 按记录重新生成，逐格、逐句比较，说出改过的单元格；版本、模板和浏览器都相同的，再逐字节比较。不写 --source，就和文件里附的报告比较，只能说明文件前后一致。退出码：0 一致，1 不一致，2 命令不能完成。',
        'Every page and PDF holds a receipt: version, form, template, and the hash of the report file. verify builds it again, compares every cell and sentence, and names the cells that were changed; with the same version, template and browser also byte by byte. Without --source it compares with the report inside the file, which only shows that the file is all of a piece. Exit code: 0 the same, 1 not the same, 2 the command can not do its work.',
      ),
      examples: [
        ['report verify 2024.pdf --source 2024.yaml', say('和 git 里的报告核对', 'with the report in git')],
        ['report verify 2024.html 2024.pdf', say('和文件里附的报告核对', 'with the reports inside them')],
      ],
    },
    claims: {
      summary: say('列出正文里的每个数，和什么比过', 'List every figure of the prose and what it was compared with'),
      details: say(
        '给校对的人用：正文里的每一处数，连同它的句子、读作什么、和哪些单元格比过；✓ 一致，✗ 不一致，· 不比较（约数、别的业务、表里没有的数）。validate 只报告不一致的。退出码：0 没有不一致，1 有，2 命令不能完成。',
        "The proof-reader's list: every figure in its sentence, what it was understood as, and the cells it was compared with; ✓ agrees, ✗ contradicts, · not comparable (round numbers, other business, what no table has). validate reports the contradictions alone. Exit code: 0 no contradiction, 1 some, 2 the command can not do its work.",
      ),
      examples: [
        ['report claims 2024.yaml', say('在终端里看', 'in the terminal')],
        ['report claims 2024.yaml --format html > a.html', say('在浏览器里校对', 'for a browser')],
        ['report claims 2024.yaml --against 2023.yaml', say('同比也比', 'with last year')],
      ],
    },
    bind: {
      summary: say('正文里的数改成引用单元格', 'Bind the numbers of the prose to the cells they repeat'),
      details: say(
        '正文里和表格一致的数，改写成 {{路径}}、{{sum …}}、{{share …}}、{{change …}}，以后改表格，正文跟着变。只改印出来一字不差的；约数、汉字写的数、读不准的句子不动。默认只把改动打印成补丁，可以交给 git apply；--write 直接写回文件。退出码：0 完成，1 文件不能读，2 命令不能完成。',
        'Rewrites numbers in the prose that agree with the tables as {{path}}, {{sum …}}, {{share …}} or {{change …}}: change the table, and the prose follows. Only where the printed text stays the same to the letter; round numbers, Chinese numerals and sentences that are not understood stay. Prints a patch for git apply; --write changes the file. Exit code: 0 done, 1 a file can not be read, 2 the command can not do its work.',
      ),
      examples: [
        ['report bind 2024.yaml', say('先看会改什么', 'see what would change')],
        ['report bind 2024.yaml | git apply', say('当作补丁', 'as a patch')],
        ['report bind --write --against 2023.yaml 2024.yaml', say('同比也引用，写回文件', 'growth too, into the file')],
      ],
    },
    explain: {
      summary: say('说明一条规则', 'Explain a rule'),
      details: say(
        '一条规则要求什么、公式、为什么、依据、对和错的例子；给出 FILE，就代入这份报告的数。不写 RULE，列出全部规则。',
        'What a rule demands, its formula, why, its source, a good and a bad example; with FILE the numbers of that report. Without RULE the list.',
      ),
      examples: [
        ['report explain', say('全部规则', 'every rule')],
        ['report explain applications-balance', say('一条规则', 'one rule')],
        ['report explain applications-balance 2024.yaml', say('代入一份报告的数', 'with the numbers of a report')],
      ],
    },
    fix: {
      summary: say('把能确定的写回报告', 'Write what can be known back into reports'),
      details: say(
        '填上没写的总计，把 1,204、１２、12件、012 这样的数改成规范写法，缺少的行补成 null。注释、引号、空行和顺序都不动；写明的总计从不改动，12.5、约12、- 这样定不下来的数不改，一一列出。--dry-run 只把改动打印成补丁，可以交给 git apply。退出码：0 没有要改的，或者都改好了；1 有定不下来的数或者对不上的总计、文件不能读，或者 --dry-run 时有要改的；2 命令不能完成。',
        'Fills in totals that were left out, writes numbers such as 1,204, 012 or +12 as they belong, and adds missing rows as null. Comments, quotes, blank lines and order stay. A total that is stated is never changed; a number that could mean several things is left and named. --dry-run only prints the changes, as a patch for git apply. Exit code: 0 nothing to change, or all of it done; 1 numbers were left or totals do not add up, a file can not be read, or --dry-run has changes to show; 2 the command can not do its work.',
      ),
      examples: [
        ['report fix --dry-run 2024.yaml', say('先看会改什么', 'see what would change')],
        ['report fix 2024.yaml', say('改文件，逐处列出', 'change the file, list each change')],
        ['report fix --dry-run reports/ | git apply', say('当作补丁', 'as a patch')],
        ['report fix - < 2024.yaml > new.yaml', say('从标准输入到标准输出', 'from standard input to output')],
      ],
    },
    init: {
      summary: say('新建一份带说明的骨架', 'Start a report: a skeleton with comments'),
      details: say(
        '写出格式的每一行，旁边注明正式名称；数都是 null（还不知道），填好一个算一个。已有的文件不会被覆盖。--example 写出的不是骨架，而是一份填好的报告，马上可以 report build。--from 从上年的报告接着写：照抄机关、联系方式和小标题，结转下年度的数写进“上年结转”，并记下上年的文件供跨年核对；正文和其他的数不抄。',
        "Writes every row of the form with its official name beside it; every number is null (not known yet). An existing file is not touched. --example writes a complete report instead, which report build takes at once. --from goes on from last year's report: agency, contact and headings are copied, what was carried forward becomes what is carried over, and last year's file is named for the comparison of the two years. Prose and other numbers are not copied.",
      ),
      examples: [
        ['report init example.yaml --example', say('一份填好的报告', 'a complete report')],
        ['report init 2024.yaml', say('年度取自文件名', 'the year is taken from the name')],
        ['report init 2025.yaml --from 2024.yaml', say('从上年的报告接着写', "go on from last year's report")],
        ['report init 2024.yaml --name 某某市教育局', say('写上机关名称', 'with the agency')],
      ],
    },
    schema: {
      summary: say('打印报告文件的 JSON Schema', 'Print the JSON Schema of the report file'),
      details: say(
        '给编辑器用：自动补全，悬停显示每个单元格的说明。',
        'For editors: completion, and an explanation of each cell on hovering.',
      ),
      examples: [
        ['report schema > report.schema.json', say('现行格式', 'the form in force')],
        ['report schema --path', say('随程序安装的文件在哪里', 'where the installed file is')],
        ['report schema --form 2019', say('2019、2020 年的格式', 'the form of 2019 and 2020')],
      ],
    },
    preview: {
      summary: say('在浏览器里边改边看', 'Show a report in the browser while it is written'),
      details: say(
        '印出一个只有本机能打开的网址：左边是核对结果，点一条就跳到那一格；右边是报告，正文里的数按 report claims 标出颜色。保存报告、模板或者上年的报告，网页马上跟着变；文件写到一半印不出来，就留着上一次的样子。按 Ctrl-C 结束，端口随之关闭。',
        'Prints an address that only this machine can open: the findings on the left, each leading to its cell; on the right the report, the figures of its prose coloured as report claims sees them. Whenever the report, the template or the report of last year is saved, the page follows; while the file can not be shown, it stays as it was. Ctrl-C ends it and closes the port.',
      ),
      examples: [
        ['report preview 2024.yaml', say('打开印出的网址', 'open the address')],
        ['report preview 2024.yaml --against 2023.yaml', say('同比也核对', 'with last year')],
        ['report preview 2024.yaml --template my-template', say('用自己的模板', 'with your own template')],
      ],
    },
    template: {
      summary: say('取出官方模板，照着改成自己的', 'Write out the official template, to make your own of it'),
      details: say(
        '不写选项，列出模板里可以用的名字。--eject 把官方模板复制到一个新文件夹；report build --template 用它，文件夹里有的文件代替官方的，没有的还用官方的，所以只留改过的文件就行。模板是 Handlebars 和 CSS，不能带脚本，不能引用别处的文件；名字写错，指出文件和行。退出码：0 完成，2 文件夹里已经有东西。',
        'Without an option it lists the names that a template may use. --eject copies the official template into a new folder; report build --template uses it, each file there in the place of ours, so that only what was changed need stay. Templates are Handlebars and CSS, without scripts and without anything from elsewhere; a wrong name is told with file and line. Exit code: 0 done, 2 something stands in the folder.',
      ),
      examples: [
        ['report template', say('可以用的名字', 'the names')],
        ['report template --eject my-template', say('取出来', 'write it out')],
        ['report build 2024.yaml --template my-template', say('用它', 'use it')],
      ],
    },
    doctor: {
      summary: say('检查浏览器和字体', 'Check browser and fonts'),
      details: say(
        '说明用的是哪个浏览器、哪个版本、哪些字体、从哪里来；缺了什么，怎么补上。',
        'Tells which browser, version and fonts are used, where they come from, and what to do if one is missing.',
      ),
      examples: [['report doctor', say('能不能生成 PDF', 'can a PDF be made here?')]],
    },
  },
  options: {
    help: say('显示帮助', 'show help'),
    helpCommand: say('显示一个命令的帮助', 'show the help of a command'),
    version: say('显示版本', 'show the version'),
    lang: say('语言，也可以用环境变量 REPORT_LANG', 'language; also REPORT_LANG'),
    quiet: say('没有问题就不输出', 'print nothing when all is well'),
    verbose: say('也显示提示、依据和全部有关的单元格', 'also notes, sources and every related cell'),
    color: say('总是用颜色', 'always use colours'),
    noColor: say('不用颜色，也可以用环境变量 NO_COLOR', 'no colours; also NO_COLOR'),
    reporter: say(
      '结果的格式；“名字=文件”写进文件，可以写几次',
      'how results are printed; name=file writes a file; may be given several times',
    ),
    failOn: say('到哪一级就算不通过', 'the severity that fails the run'),
    stdinFilename: say('标准输入的报告叫什么', 'the name of the report on standard input'),
    against: say(
      '上年的报告，或者放着它们的文件夹；代替报告里的 previous',
      "last year's report, or a folder of them, instead of what previous names",
    ),
    maxWarnings: say('警告多于这个数就算不通过', 'more warnings than this fail the run'),
    listWaivers: say('列出报告里的豁免，不列问题', 'list the waivers of the reports instead of the findings'),
    writeBaseline: say(
      '把现有的问题记进 report.baseline.json，以后只报告新的',
      'write the present findings to report.baseline.json; from then on only new ones count',
    ),
    noBaseline: say('不看基线文件，全部报告', 'ignore the baseline: every finding counts'),
    out: say('输出文件夹；- 是标准输出', 'output folder; - is standard output'),
    format: say(
      '生成哪些格式，逗号隔开：html、pdf、docx、fragment、json',
      'formats to write, separated by commas: html, pdf, docx, fragment, json',
    ),
    draft: say(
      '有错误、没填完也生成，写成 .draft.html、.draft.pdf',
      'build in spite of errors and gaps, as .draft.html and .draft.pdf',
    ),
    browser: say('用这个浏览器，也可以用环境变量 REPORT_BROWSER', 'use this browser; also REPORT_BROWSER'),
    systemFonts: say(
      '优先用本机的公文字体：标题小标宋，正文仿宋，小标题黑体和楷体；没有的仍用自带的',
      'prefer the fonts of official documents installed here, the bundled ones behind them',
    ),
    source: say('报告文件；不写就用文件里附的报告', 'the report file; without it the report inside each file'),
    listFormat: say('清单的格式', 'how the list is written'),
    noReadBack: say(
      '不把生成的文件读回来再核对一遍',
      'hand out the files without reading them back and comparing them with the report',
    ),
    prose: say(
      '正文里的数：strict 连没读懂的也报告',
      'numbers in the prose: strict also tells which were not understood',
    ),
    template: say('用这个文件夹里的模板，见 report template', 'use the templates of this folder; see report template'),
    eject: say('把官方模板复制到这个新文件夹', 'copy the official template into this new folder'),
    write: say('写回文件，不打印补丁', 'change the files instead of printing a patch'),
    dryRun: say('只打印补丁，不改文件', 'print the changes as a patch, write nothing'),
    example: say('写一份填好的报告，可以马上生成', 'a complete report that can be built at once'),
    from: say('上年的报告', "last year's report"),
    form: say('格式：2021 或 2019', 'edition of the form: 2021 or 2019'),
    year: say(
      '报告的年度，不写时取自文件名，再不然是去年',
      'year of the report; default that of the file name, or last year',
    ),
    name: say('机关全称', 'full name of the agency'),
    schemaPath: say('只打印文件的位置', 'print the path of the file only'),
  },
} as const satisfies {
  report: { summary: Text; examples: readonly (readonly [string, Text])[] };
  commands: Record<string, { summary: Text; details: Text; examples: readonly (readonly [string, Text])[] }>;
  options: Record<string, Text>;
};
