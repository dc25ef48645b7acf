import { nothingHappened, put, yamlOf } from '../reports.ts';
import { COUNTING_CASES } from './counting-cases.ts';

const sound = yamlOf(nothingHappened());
const wrong = yamlOf(put(nothingHappened(), 'applications', 3));
const late = yamlOf({ ...nothingHappened(), published: '2024-02-10' });
const hybrid = yamlOf(
  put(nothingHappened(), 'applications', {
    received: 0,
    carried_over: 0,
    outcomes: {
      disclosed: 0,
      partially_disclosed: 0,
      not_disclosed: 0,
      unable_to_provide: 0,
      not_processed: 0,
      other_handling: { natural_person: 0 },
    },
    carried_forward: 0,
  }),
);

/** The files of the folder in which every case runs. */
export const FILES: Readonly<Record<string, string | Uint8Array | null>> = {
  'sound.yaml': sound,
  'wrong.yaml': wrong,
  'hybrid.yaml': hybrid,
  'late.yaml': late,
  'years/2022.yaml': yamlOf(nothingHappened(2022)),
  'known/late.yaml': late,
  'known/report.config.yaml': 'rules: { published-late: error }\n',
  'known/report.baseline.json': JSON.stringify({
    version: 1,
    findings: { 'late.yaml': ['published-late@published published=2024-02-10'] },
  }),
  'gbk.yaml': Uint8Array.from([0xc7, 0xe5, 0x0a]),
  'reports/a.yaml': sound,
  'reports/sub/b.yml': sound,
  'reports/node_modules/x/c.yaml': wrong,
  'reports/.hidden/d.yaml': wrong,
  'reports/settings.yaml': 'editor: vim\n',
  'reports/notes.txt': 'x',
  'others/settings.yaml': 'editor: vim\n',
  empty: null,
};

/** A run of the command and its expected result. */
export interface Case {
  readonly name: string;
  readonly argv: readonly string[];
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly code: number;
  readonly stdout?: RegExp | '';
  readonly stderr?: RegExp | '';
}

const validate = (...rest: string[]) => ['validate', ...rest];

export const CASES: readonly Case[] = [
  // What is found decides between 0 and 1.
  { name: 'a sound report', argv: validate('sound.yaml'), code: 0, stdout: /^✓ 1 份报告，没有发现问题\n$/, stderr: '' },
  {
    name: 'a report with an error',
    argv: validate('wrong.yaml'),
    code: 1,
    stdout: /^wrong\.yaml:10:15 {2}错误 {2}not-a-row\n/,
    stderr: '',
  },
  {
    name: 'a warning does not fail',
    argv: validate('hybrid.yaml'),
    code: 0,
    stdout: /警告 {2}hybrid-form[\s\S]*! 1 份报告：0 个错误，1 个警告/,
  },
  {
    name: 'a warning fails where asked',
    argv: validate('hybrid.yaml', '--fail-on', 'warning'),
    code: 1,
    stdout: /警告/,
  },
  { name: 'quiet about a sound report', argv: validate('sound.yaml', '-q'), code: 0, stdout: '', stderr: '' },
  {
    name: 'quiet, but not about findings',
    argv: validate('wrong.yaml', '--quiet'),
    code: 1,
    stdout: /not-a-row(?![\s\S]*✗)/,
  },
  {
    name: 'a file in another encoding',
    argv: validate('gbk.yaml'),
    code: 1,
    stdout: /gbk\.yaml:1:1 {2}错误 {2}file-encoding/,
  },
  {
    name: 'a file named itself is checked, report or not',
    argv: validate('reports/settings.yaml'),
    code: 1,
    stdout: /unknown-key/,
  },

  // Standard input.
  { name: 'standard input', argv: validate('-'), stdin: sound, code: 0, stdout: /^✓ 1 份报告/ },
  { name: 'standard input without a name', argv: validate('-'), stdin: wrong, code: 1, stdout: /^<stdin>:10:15 / },
  {
    name: 'standard input with a name',
    argv: validate('-', '--stdin-filename', 'a/b.yaml'),
    stdin: wrong,
    code: 1,
    stdout: /^a\/b\.yaml:10:15 /,
  },
  { name: 'nothing on standard input', argv: validate('-'), stdin: '', code: 1, stdout: /file-empty/ },

  // Files, folders, patterns.
  {
    name: 'a folder: reports below it, other YAML passed over',
    argv: validate('reports'),
    code: 0,
    stdout: /^✓ 2 份报告/,
    stderr: /^跳过 reports\/settings\.yaml：/,
  },
  { name: 'a pattern', argv: validate('reports/**/*.yml'), code: 0, stdout: /^✓ 1 份报告/ },
  { name: 'the same file twice is one', argv: validate('sound.yaml', './sound.yaml'), code: 0, stdout: /^✓ 1 份报告/ },
  {
    name: 'files in order of their names',
    argv: validate('wrong.yaml', 'hybrid.yaml'),
    code: 1,
    stdout: /^hybrid\.yaml[\s\S]*\nwrong\.yaml/,
  },
  {
    name: 'a file that is not there',
    argv: validate('missing.yaml'),
    code: 2,
    stdout: '',
    stderr: /^不能完成：找不到文件 missing\.yaml\n建议：/,
  },
  {
    name: 'a file that is not there, the others are done',
    argv: validate('missing.yaml', 'wrong.yaml'),
    code: 2,
    stdout: /not-a-row/,
    stderr: /missing\.yaml/,
  },
  {
    name: 'a path below a file',
    argv: validate('sound.yaml/a.yaml'),
    code: 2,
    stdout: '',
    stderr: /找不到文件 sound\.yaml\/a\.yaml/,
  },
  {
    name: 'a folder without YAML',
    argv: validate('empty'),
    code: 2,
    stdout: '',
    stderr: /empty 里没有 \.yaml 或 \.yml 文件/,
  },
  {
    name: 'a folder without a report',
    argv: validate('others'),
    code: 2,
    stdout: '',
    stderr: /跳过 others\/settings\.yaml[\s\S]*没有找到任何报告/,
  },
  { name: 'a pattern that matches nothing', argv: validate('x/*.yaml'), code: 2, stdout: '', stderr: /x\/\*\.yaml/ },
  ...['empty', 'others', 'x/*.yaml'].map((place) => ({
    name: `no report in ${place}, which is allowed`,
    argv: validate(place, '--pass-with-no-reports'),
    code: 0,
    stdout: '' as const,
    stderr: /没有文件符合 x|里没有 \.yaml 或 \.yml 文件|没有找到任何报告/,
  })),
  {
    name: 'no report to build, which is allowed',
    argv: ['build', 'empty', '--pass-with-no-reports', '--format', 'fragment'],
    code: 0,
    stdout: '',
    stderr: /empty 里没有/,
  },
  {
    name: 'a missing file is never allowed',
    argv: validate('missing.yaml', 'empty', '--pass-with-no-reports'),
    code: 2,
    stderr: /找不到文件 missing\.yaml/,
  },
  {
    name: 'what is staged, outside a repository',
    argv: validate('--staged', '.'),
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
    code: 2,
    stdout: '',
    stderr: /^不能完成：--staged 读不出将要提交的内容：当前文件夹不在 git 仓库里\n建议：/,
  },
  {
    name: 'what is staged, without git',
    argv: validate('--staged', '.'),
    env: { PATH: '/nowhere' },
    code: 2,
    stderr: /^不能完成：--staged 要用 git，没有找到它\n建议：安装 git/,
  },

  // Language.
  { name: 'English', argv: validate('sound.yaml', '--lang', 'en'), code: 0, stdout: /^✓ 1 report, nothing found\n$/ },
  {
    name: 'English by =',
    argv: validate('missing.yaml', '--lang=en'),
    code: 2,
    stderr: /^error: There is no file missing\.yaml\nHint: /,
  },
  {
    name: 'English by the environment',
    argv: validate('wrong.yaml'),
    env: { REPORT_LANG: 'en' },
    code: 1,
    stdout: /has several rows/,
  },
  {
    name: 'the option wins over the environment',
    argv: validate('sound.yaml', '--lang', 'zh'),
    env: { REPORT_LANG: 'en' },
    code: 0,
    stdout: /没有发现问题/,
  },
  {
    name: 'a language we do not speak',
    argv: validate('sound.yaml', '--lang', 'fr'),
    code: 2,
    stderr: /选项 --lang 不能是“fr”\n建议：可以是：zh、en/,
  },

  // What was typed wrongly.
  {
    name: 'a command there is not',
    argv: ['validat', 'sound.yaml'],
    code: 2,
    stdout: '',
    stderr: /没有 validat 这个命令\n建议：是不是 validate？/,
  },
  { name: 'help for a command there is not', argv: ['help', 'validat'], code: 2, stderr: /没有 validat 这个命令/ },
  {
    name: 'an option there is not',
    argv: validate('--repoter', 'json', 'sound.yaml'),
    code: 2,
    stdout: '',
    stderr: /没有 --repoter 这个选项\n建议：是不是 --reporter？/,
  },
  {
    name: 'an option there is not, in English',
    argv: validate('--repoter', 'json', '--lang', 'en'),
    code: 2,
    stderr: /Unknown option --repoter\nHint: Did you mean --reporter\?/,
  },
  { name: 'no file given', argv: ['validate'], code: 2, stdout: '', stderr: /缺少 FILES/ },
  {
    name: 'a value that is no choice',
    argv: validate('sound.yaml', '--fail-on', 'note'),
    code: 2,
    stderr: /选项 --fail-on 不能是“note”\n建议：可以是：error、warning/,
  },
  {
    name: 'an option without its value',
    argv: validate('sound.yaml', '--reporter'),
    code: 2,
    stderr: /选项 --reporter.* 后面缺少值/,
  },
  {
    name: 'no command at all: the help, and nothing of ours',
    argv: [],
    code: 2,
    stdout: '',
    stderr: /用法(?![\s\S]*outputHelp)/,
  },

  // How results are printed.
  {
    name: 'a reporter there is not',
    argv: validate('sound.yaml', '--reporter', 'serif=a.sarif'),
    code: 2,
    stdout: '',
    stderr:
      /没有“serif”这种结果格式\n建议：是不是 sarif？可以是：text、json、sarif、junit、github、gitlab、csv、xlsx\n$/,
  },
  {
    name: 'a reporter there is not, in English',
    argv: validate('sound.yaml', '--reporter=__proto__', '--lang', 'en'),
    code: 2,
    stdout: '',
    stderr: /There is no reporter "__proto__"\nHint: Reporters: text, json,/,
  },
  {
    name: 'a reporter without the file it names',
    argv: validate('sound.yaml', '--reporter', 'json='),
    code: 2,
    stdout: '',
    stderr: /--reporter json= 后面缺少文件名\n建议：例如 --reporter json=out\.json/,
  },
  {
    name: 'two reporters on standard output',
    argv: validate('sound.yaml', '--reporter', 'text', '--reporter', 'json'),
    code: 2,
    stdout: '',
    stderr: /text 和 json 都要写到标准输出\n建议：.*--reporter json=out\.json/,
  },
  {
    name: 'two reporters on one file',
    argv: validate('sound.yaml', '--reporter', 'text=x', '--reporter', 'json=x', '--lang', 'en'),
    code: 2,
    stdout: '',
    stderr: /text and json cannot both be written to x\nHint: /,
  },
  {
    name: 'one reporter on standard output, one in a file',
    argv: validate('wrong.yaml', '--reporter', 'json=results/a.json', '--reporter', 'github'),
    code: 1,
    stdout: /^::error file=wrong\.yaml,line=10,.*\n1 份报告：1 个错误，0 个警告\n$/,
    stderr: '',
  },
  {
    name: 'a reporter in a file only',
    argv: validate('wrong.yaml', '--reporter', 'junit=results/b/c.xml'),
    code: 1,
    stdout: '',
    stderr: '',
  },
  {
    name: 'a file that can not be written, the others are',
    argv: validate('wrong.yaml', '--reporter', 'sarif=sound.yaml/a.sarif', '--reporter', 'text'),
    code: 2,
    stdout: /^wrong\.yaml:10:15/,
    stderr: /^不能完成：不能写 sound\.yaml\/a\.sarif：路径中间有一个文件，不是文件夹\n建议：换一个位置/,
  },
  {
    name: 'a folder where the file should be',
    argv: validate('sound.yaml', '--reporter', 'json=empty', '--lang', 'en'),
    code: 2,
    stdout: '',
    stderr: /^error: empty cannot be written: there is a folder with this name\nHint: Choose another folder/,
  },
  {
    name: 'results never replace a report',
    argv: validate('sound.yaml', '--reporter', 'json=./reports/../sound.yaml'),
    code: 2,
    stdout: '',
    stderr: /sound\.yaml 是报告或者它的成品，不能用来写结果\n建议：换一个文件名/,
  },

  // Colours.
  { name: 'no colours where nobody sees them', argv: validate('wrong.yaml'), code: 1, stdout: /^wrong\.yaml/ },
  {
    name: 'colours when told so',
    argv: validate('wrong.yaml', '--color'),
    code: 1,
    stdout: new RegExp(`^${String.fromCharCode(27)}\\[1m`),
  },
  {
    name: 'FORCE_COLOR',
    argv: validate('wrong.yaml'),
    env: { FORCE_COLOR: '1' },
    code: 1,
    stdout: new RegExp(`^${String.fromCharCode(27)}\\[1m`),
  },
  { name: 'FORCE_COLOR=0', argv: validate('wrong.yaml'), env: { FORCE_COLOR: '0' }, code: 1, stdout: /^wrong\.yaml/ },
  {
    name: 'NO_COLOR wins over FORCE_COLOR',
    argv: validate('wrong.yaml'),
    env: { FORCE_COLOR: '1', NO_COLOR: '1' },
    code: 1,
    stdout: /^wrong\.yaml/,
  },
  {
    name: '--no-color wins over FORCE_COLOR',
    argv: validate('wrong.yaml', '--no-color'),
    env: { FORCE_COLOR: '1' },
    code: 1,
    stdout: /^wrong\.yaml/,
  },

  // Writing back what can be known: here nothing is written.
  {
    name: 'fix with nothing to do',
    argv: ['fix', 'sound.yaml'],
    code: 0,
    stdout: '',
    stderr: /^sound\.yaml：没有要改的\n没有发现别的问题；下一步：report build sound\.yaml\n$/,
  },
  {
    name: 'fix leaves what it can not know',
    argv: ['fix', 'wrong.yaml', '-q'],
    code: 1,
    stdout: '',
    stderr: /^wrong\.yaml:10:15 没有改：/,
  },
  {
    name: 'fix of a file in another encoding',
    argv: ['fix', 'gbk.yaml'],
    code: 1,
    stdout: '',
    stderr: /gbk\.yaml:1:1 {2}错误 {2}file-encoding/,
  },
  {
    name: 'fix of a file that is not there, the others are looked at',
    argv: ['fix', 'missing.yaml', 'wrong.yaml'],
    code: 2,
    stdout: '',
    stderr: /wrong\.yaml:10:15[\s\S]*不能完成：找不到文件 missing\.yaml/,
  },
  {
    name: 'fix of a folder without a report',
    argv: ['fix', 'others'],
    code: 2,
    stdout: '',
    stderr: /跳过 others\/settings\.yaml[\s\S]*没有找到任何报告/,
  },
  { name: 'fix without a file', argv: ['fix'], code: 2, stdout: '', stderr: /缺少 FILES/ },
  {
    name: 'fix from standard input to standard output',
    argv: ['fix', '-'],
    stdin: wrong.replace('applications: 3', 'applications: ０'),
    code: 0,
    stdout: /\napplications: 0\n/,
    stderr:
      /^<stdin>：改了 1 处\n {2}第 10 行 收到和处理政府信息公开申请情况：“０”改成 0\n没有发现别的问题；下一步：report build -\n$/,
  },
  {
    name: 'fix --dry-run shows a patch',
    argv: ['fix', '--dry-run', '-', '--stdin-filename', 'a.yaml'],
    stdin: sound.replace('applications: 0', 'applications: ０'),
    code: 1,
    stdout: /^--- a\/a\.yaml\n\+\+\+ b\/a\.yaml\n@@ [\s\S]*\n-applications: ０\n\+applications: 0\n/,
    stderr: /^没有发现别的问题；下一步：report build -\n$/,
  },
  ...COUNTING_CASES,

  // The other commands.
  { name: 'the version', argv: ['--version'], code: 0, stdout: /^\d+\.\d+\.\d+\n$/, stderr: '' },
  { name: 'a schema', argv: ['schema'], code: 0, stdout: /^\{\n {2}"\$schema"[\s\S]*report-2021/ },
  { name: 'the schema of 2019', argv: ['schema', '--form', '2019'], code: 0, stdout: /report-2019/ },
  {
    name: 'where a schema is',
    argv: ['schema', '--path'],
    code: 0,
    stdout: /^\/.*schemas\/2021\/report\.schema\.json\n$/,
  },
  {
    name: 'the schema of a form there is not',
    argv: ['schema', '--form', '2022'],
    code: 2,
    stdout: '',
    stderr: /没有“2022”这种格式/,
  },
  {
    name: 'init for a year without a form',
    argv: ['init', 'new.yaml', '--year', '2018'],
    code: 2,
    stderr: /没有“2018”年的年报格式/,
  },
  { name: 'init without a name', argv: ['init', ''], code: 2, stdout: '', stderr: /没有写文件名/ },
  {
    name: 'init over a file',
    argv: ['init', 'sound.yaml'],
    code: 2,
    stdout: '',
    stderr: /sound\.yaml 已经存在，没有改动/,
  },
  {
    name: 'init below a file',
    argv: ['init', 'sound.yaml/new.yaml'],
    code: 2,
    stdout: '',
    stderr: /不能写 sound\.yaml\/new\.yaml：路径中间有一个文件/,
  },
  {
    name: 'init from a file that is not there',
    argv: ['init', 'new.yaml', '--from', 'missing.yaml'],
    code: 2,
    stdout: '',
    stderr: /找不到上年的报告 missing\.yaml\n建议：检查 --from/,
  },
  {
    name: 'init from last year over a file',
    argv: ['init', 'wrong.yaml', '--from', 'sound.yaml'],
    code: 2,
    stdout: '',
    stderr: /wrong\.yaml 已经存在，没有改动/,
  },
  {
    name: 'init with a form that is not the one of the year',
    argv: ['init', 'new.yaml', '--form', '2019', '--year', '2024'],
    code: 2,
    stderr: /2019/,
  },
  {
    name: 'build refuses a format there is not',
    argv: ['build', 'sound.yaml', '--format', 'html,odt'],
    code: 2,
    stdout: '',
    stderr: /没有“odt”这种格式/,
  },
  {
    name: 'build refuses two reports with one output',
    argv: [
      'build',
      'sound.yaml',
      'reports/a.yaml',
      'reports',
      '--format',
      'html',
      '--stdin-filename',
      'b/sound.yaml',
      '-',
    ],
    stdin: sound,
    code: 2,
    stdout: '',
    stderr: /会写到同一个文件 sound/,
  },
  {
    name: 'build writes nothing for a report with errors',
    argv: ['build', 'wrong.yaml', '--format', 'html'],
    code: 1,
    stdout: /not-a-row(?![\s\S]*→ out)/,
  },
];
