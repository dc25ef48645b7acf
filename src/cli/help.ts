import { type Command, Option } from 'commander';
import { displayWidth, wrap } from '../diagnostics/display-width.ts';
import type { Language, Text } from '../diagnostics/text.ts';
import type { CommandExample } from './command.ts';
import type { IO } from './output/io.ts';

/** The titles in the help, which the command-line parser prints in English. */
const TITLES: Readonly<Record<string, Text>> = {
  'Usage:': { zh: '用法：', en: 'Usage:' },
  'Options:': { zh: '选项：', en: 'Options:' },
  'Commands:': { zh: '命令：', en: 'Commands:' },
  'Arguments:': { zh: '参数：', en: 'Arguments:' },
};
const EXAMPLES: Text = { zh: '例子：', en: 'Examples:' };
const SHOW_HELP: Text = { zh: '显示帮助', en: 'show help' };

export const helpOption = (language: Language): Option => new Option('-h, --help', SHOW_HELP[language]);

/** The examples at the end of the help, in two columns. */
export function exampleLines(examples: readonly CommandExample[], language: Language): string {
  const width = Math.max(...examples.map(([line]) => displayWidth(line)));
  const rows = examples.map(([line, does]) => `  ${line}${' '.repeat(width - displayWidth(line))}  ${does[language]}`);
  return `\n${EXAMPLES[language]}\n${rows.join('\n')}\n`;
}

/**
 * Sets up a command to print help in the given language, with Chinese characters two columns wide. The command writes only to
 * `io` and throws instead of ending the process.
 */
export function styled(command: Command, io: IO, language: Language): Command {
  return command
    .exitOverride()
    .addHelpOption(helpOption(language))
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => undefined,
      getOutHelpWidth: () => io.stdout.columns,
      getErrHelpWidth: () => io.stderr.columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp({
      displayWidth,
      boxWrap: (text, width) => wrap(text, width).join('\n'),
      styleTitle: (title) => TITLES[title]?.[language] ?? title,
      optionDescription: ({ description, argChoices, defaultValue, defaultValueDescription = defaultValue }) => {
        const choices = argChoices ? [argChoices.join(' | ')] : [];
        const fallback =
          typeof defaultValueDescription === 'string'
            ? [`${language === 'zh' ? '默认' : 'default'} ${defaultValueDescription}`]
            : [];
        const notes = [...choices, ...fallback];
        return notes.length > 0 ? `${description} (${notes.join(language === 'zh' ? '；' : '; ')})` : description;
      },
    });
}
