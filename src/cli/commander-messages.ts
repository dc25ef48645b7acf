import type { CommanderError } from 'commander';
import type { Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { COMMANDS } from './command-list.ts';

const SEE_HELP: Text = { zh: '用 report --help 看有哪些命令和选项', en: 'See report --help' };

/** Where the arguments and options are listed: in the help of the command that was given. */
function seeHelp(argv: readonly string[]): Text {
  const command = COMMANDS.find(({ name }) => argv.includes(name));
  if (!command) return SEE_HELP;
  const help = `report ${command.name} --help`;
  return { zh: `用 ${help} 看怎么写`, en: `See ${help}` };
}

const MESSAGES: Readonly<Record<string, (name: string) => Text>> = {
  'commander.unknownOption': (name) => ({ zh: `没有 ${name} 这个选项`, en: `Unknown option ${name}` }),
  'commander.unknownCommand': (name) => ({ zh: `没有 ${name} 这个命令`, en: `Unknown command ${name}` }),
  'commander.missingArgument': (name) => ({ zh: `缺少 ${name}`, en: `The argument ${name} is missing` }),
  'commander.optionMissingArgument': (name) => ({
    zh: `选项 ${name} 后面缺少值`,
    en: `The option ${name} needs a value`,
  }),
  'commander.excessArguments': () => ({ zh: '参数太多', en: 'Too many arguments' }),
};

/** The UserError, in both languages, for an error of the command-line parser on these arguments. */
export function commanderMessage({ code, message }: CommanderError, argv: readonly string[]): UserError {
  const help = seeHelp(argv);
  const name = /'([^']+)'/u.exec(message)?.[1] ?? '';
  const meant = /Did you mean (?:one of )?([^?)]+)\?/u.exec(message)?.[1];
  if (code === 'commander.invalidArgument') return invalidValue(message, help);
  const text = MESSAGES[code]?.(name) ?? { zh: message, en: message };
  return new UserError(text, meant ? { zh: `是不是 ${meant}？`, en: `Did you mean ${meant}?` } : help);
}

// error: option '--lang <lang>' argument 'xx' is invalid. Allowed choices are zh, en.
function invalidValue(message: string, help: Text): UserError {
  const [, option = '', value = '', reason = ''] = /'([^']+)'[^']*'([^']*)' is invalid\. ?(.*)$/u.exec(message) ?? [];
  const flag = option.replace(/^.*, |[ <].*$/gu, '');
  const choices = /Allowed choices are (.+)\.$/u.exec(reason)?.[1];
  return new UserError(
    { zh: `选项 ${flag} 不能是“${value}”`, en: `"${value}" is not a valid value for ${flag}` },
    choices ? { zh: `可以是：${choices.replaceAll(', ', '、')}`, en: `Allowed values: ${choices}` } : help,
  );
}
