import { Command, Option } from 'commander';
import type { Language, Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { VERSION } from '../package/version.ts';
import { type CommandDef, type CommandExample, flagsOf, type OptionDef } from './command.ts';
import { COMMANDS } from './command-list.ts';
import { exampleLines, helpOption, styled } from './help.ts';
import { COMMON, GROUPS, LANG, VERBOSE } from './options.ts';
import { type CommonOptions, createContext } from './output/context.ts';
import type { ExitCode } from './output/exit-codes.ts';
import type { IO } from './output/io.ts';
import { withTimings } from './output/timings.ts';

const SUMMARY: Text = {
  zh: '政府信息公开工作年度报告：核对一份 YAML，生成正式的网页和 PDF',
  en: 'Annual reports on open government information: check one YAML file and write the official HTML and PDF',
};
const EXAMPLES: readonly CommandExample[] = [
  ['report init 2024.yaml', { zh: '新建一份带说明的骨架', en: 'start an empty report with comments' }],
  ['report validate 2024.yaml', { zh: '核对格式、勾稽关系和正文', en: 'check the form, arithmetic and prose' }],
  ['report fix 2024.yaml', { zh: '填上总计，规范数的写法', en: 'fill in totals, correct number formats' }],
  [
    'report build 2024.yaml',
    { zh: '核对后生成 out/2024.html 和 out/2024.pdf', en: 'check, then write out/2024.html and .pdf' },
  ],
  ['report doctor', { zh: '看看浏览器和字体是否齐全', en: 'check that the browser and fonts are installed' }],
];
const SHOW_VERSION: Text = { zh: '显示版本', en: 'show the version' };
const HELP_COMMAND: Text = { zh: '显示一个命令的帮助', en: 'Show the help of a command' };

/**
 * The command-line parser with all commands, or only the one with this name. `done` gets the exit code of the command that
 * ran, and the command.
 */
export function createProgram(
  io: IO,
  language: Language,
  done: (code: ExitCode, def: CommandDef) => void,
  name?: string,
): Command {
  const program = styled(new Command('report'), io, language)
    .description(SUMMARY[language])
    .version(VERSION, '-V, --version', SHOW_VERSION[language])
    .helpCommand(false)
    .addOption(optionOf(LANG, language))
    .addHelpText('after', () => exampleLines(EXAMPLES, language));
  const named = COMMANDS.filter((def) => def.name === name);
  for (const def of named.length > 0 ? named : COMMANDS) {
    const command = addCommand(program, def, io, language);
    command.action(async () => {
      const context = createContext(io, command.opts<CommonOptions>(), language);
      done(await withTimings(command.opts(), context, () => def.run(command.args, command.opts(), context)), def);
    });
  }
  program
    .command('help [command]')
    .description(HELP_COMMAND[language])
    .action((name?: string) => (name === undefined ? program : commandNamed(program, name)).outputHelp());
  return program;
}

/** Own options of a command from which on its help shows options in groups. */
const MANY = 12;

/** Adds a command. Its own options come first in the help, then the options of every command. */
function addCommand(program: Command, def: CommandDef, io: IO, language: Language): Command {
  const { name, args, summary, details, examples, options } = def;
  const command = styled(program.command(`${name} ${args}`), io, language)
    .summary(summary[language])
    .description(`${summary[language]}\n\n${details[language]}`)
    .addHelpText('after', () => exampleLines(examples, language));
  const printsFindings = 'reporter' in options;
  const groups = flagsOf(options).length < MANY ? [] : GROUPS;
  for (const one of [...flagsOf(options), ...COMMON]) {
    const option = optionOf(one, language).hideHelp(one === VERBOSE && !printsFindings);
    const group = groups.find((each) => each.options.includes(one));
    command.addOption(group ? option.helpGroup(group.title[language]) : option);
  }
  const last = groups.at(-1);
  return last ? command.addHelpOption(helpOption(language).helpGroup(last.title[language])) : command;
}

function optionOf({ flags, words, choices, parse, value, usual }: OptionDef, language: Language): Option {
  const option = new Option(flags, words[language]);
  if (choices) option.choices(choices);
  if (parse) option.argParser(parse);
  if (value !== undefined || usual !== undefined) option.default(value, usual);
  return option;
}

function commandNamed(program: Command, name: string): Command {
  const names = program.commands.map((command) => command.name());
  const command = program.commands.find((one) => one.name() === name);
  if (command) return command;
  throw new UserError(
    { zh: `没有 ${name} 这个命令`, en: `Unknown command ${name}` },
    { zh: `可以是：${names.join('、')}`, en: `Commands: ${names.join(', ')}` },
  );
}
