import { Command, Option } from 'commander';
import { displayWidth, wrap } from '../diagnostics/display-width.ts';
import type { Language, Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { VERSION } from '../package/version.ts';
import { REPORTERS } from '../reporters/index.ts';
import { HELP, TITLES } from './help.ts';
import { type CommonOptions, type Context, createContext } from './output/context.ts';
import type { ExitCode } from './output/exit-codes.ts';
import type { IO } from './output/io.ts';
import { addReporter, type ReporterTarget } from './output/reporting.ts';

type Done = (code: ExitCode) => void;

interface CheckFlags extends CommonOptions {
  reporter?: readonly ReporterTarget[];
  failOn: 'error' | 'warning';
  stdinFilename?: string;
  against?: string;
  prose?: 'usual' | 'strict';
}

interface BuildFlags extends CheckFlags {
  out?: string;
  format?: string;
  browser?: string;
  draft?: boolean;
  systemFonts?: boolean;
  readBack?: boolean;
  template?: string;
}

interface ValidateFlags extends CheckFlags {
  maxWarnings?: number;
  listWaivers?: boolean;
  writeBaseline?: boolean;
  baseline?: boolean;
}

type ExplainFlags = CommonOptions & { against?: string };
type VerifyFlags = CommonOptions & { source?: string; template?: string; against?: string; browser?: string };
type ClaimsFlags = CommonOptions & { format: 'text' | 'json' | 'html'; stdinFilename?: string; against?: string };
type BindFlags = CommonOptions & { write?: boolean; stdinFilename?: string; against?: string };
type FixFlags = CommonOptions & { dryRun?: boolean; stdinFilename?: string };
type InitFlags = CommonOptions & { form?: string; year?: string; name?: string; from?: string; example?: boolean };
type SchemaFlags = CommonOptions & { form?: string; path?: boolean };
type PreviewFlags = CommonOptions & { against?: string; template?: string };
type TemplateFlags = CommonOptions & { eject?: string };
type DoctorFlags = CommonOptions & { browser?: string };

/** The commands and their options. Each command's code is loaded when it runs. */
export function createProgram(io: IO, language: Language, done: Done): Command {
  const t = (text: Text) => text[language];
  const program = styled(new Command('report'), io, language)
    .description(t(HELP.report.summary))
    .version(VERSION, '-V, --version', t(HELP.options.version))
    .helpCommand(false)
    .addOption(new Option('--lang <lang>', t(HELP.options.lang)).choices(['zh', 'en']))
    .addHelpText('after', () => examples(HELP.report.examples, language));

  // A command's own options come first in its help, then those that every command takes.
  const add = (name: keyof typeof HELP.commands, signature: string, own: (command: Command) => Command): Command => {
    const { summary, details, examples: lines } = HELP.commands[name];
    const command = styled(program.command(signature), io, language).summary(t(summary));
    command.description(`${t(summary)}\n\n${t(details)}`).addHelpText('after', () => examples(lines, language));
    return own(command)
      .option('-q, --quiet', t(HELP.options.quiet))
      .option('--verbose', t(HELP.options.verbose))
      .addOption(new Option('--lang <lang>', t(HELP.options.lang)).choices(['zh', 'en']))
      .option('--color', t(HELP.options.color))
      .option('--no-color', t(HELP.options.noColor));
  };
  const checking = (command: Command): Command =>
    command
      .addOption(
        new Option('--reporter <name[=file]>', t(HELP.options.reporter))
          .choices(Object.keys(REPORTERS))
          .argParser(addReporter)
          .default(undefined, 'text'),
      )
      .addOption(
        new Option('--fail-on <severity>', t(HELP.options.failOn)).choices(['error', 'warning']).default('error'),
      )
      .addOption(new Option('--prose <mode>', t(HELP.options.prose)).choices(['usual', 'strict']).default('usual'))
      .option('--stdin-filename <path>', t(HELP.options.stdinFilename))
      .option('--against <file|folder>', t(HELP.options.against));
  const context = (flags: CommonOptions): Context => createContext(io, flags, language);

  add('build', 'build <FILES...>', (command) =>
    checking(
      command
        .addOption(new Option('-o, --out <dir>', t(HELP.options.out)).default(undefined, 'out'))
        .addOption(new Option('--format <list>', t(HELP.options.format)).default(undefined, 'html,pdf'))
        .option('--draft', t(HELP.options.draft))
        .option('--browser <path>', t(HELP.options.browser))
        .option('--template <dir>', t(HELP.options.template))
        .option('--system-fonts', t(HELP.options.systemFonts))
        .option('--no-read-back', t(HELP.options.noReadBack)),
    ),
  ).action(async (files: string[], flags: BuildFlags) => {
    const { build } = await import('./commands/build.ts');
    done(await build(files, flags, context(flags)));
  });
  add('validate', 'validate <FILES...>', (command) =>
    checking(command)
      .addOption(new Option('--max-warnings <n>', t(HELP.options.maxWarnings)).argParser(wholeNumber))
      .option('--list-waivers', t(HELP.options.listWaivers))
      .option('--write-baseline', t(HELP.options.writeBaseline))
      .option('--no-baseline', t(HELP.options.noBaseline)),
  ).action(async (files: string[], flags: ValidateFlags) => {
    const { validate } = await import('./commands/validate.ts');
    done(await validate(files, flags, context(flags)));
  });
  add('verify', 'verify <FILES...>', (command) =>
    command
      .option('--source <report>', t(HELP.options.source))
      .option('--template <dir>', t(HELP.options.template))
      .option('--against <file|folder>', t(HELP.options.against))
      .option('--browser <path>', t(HELP.options.browser)),
  ).action(async (files: string[], flags: VerifyFlags) => {
    const { verify } = await import('./commands/verify.ts');
    done(await verify(files, flags, context(flags)));
  });
  add('claims', 'claims <FILES...>', (command) =>
    command
      .addOption(
        new Option('--format <name>', t(HELP.options.listFormat)).choices(['text', 'json', 'html']).default('text'),
      )
      .option('--stdin-filename <path>', t(HELP.options.stdinFilename))
      .option('--against <file|folder>', t(HELP.options.against)),
  ).action(async (files: string[], flags: ClaimsFlags) => {
    const { claims } = await import('./commands/claims.ts');
    done(await claims(files, flags, context(flags)));
  });
  add('bind', 'bind <FILES...>', (command) =>
    command
      .option('--write', t(HELP.options.write))
      .option('--stdin-filename <path>', t(HELP.options.stdinFilename))
      .option('--against <file|folder>', t(HELP.options.against)),
  ).action(async (files: string[], flags: BindFlags) => {
    const { bind } = await import('./commands/bind.ts');
    done(await bind(files, flags, context(flags)));
  });
  add('explain', 'explain [RULE] [FILE]', (command) =>
    command.option('--against <file|folder>', t(HELP.options.against)),
  ).action(async (rule: string | undefined, file: string | undefined, flags: ExplainFlags) => {
    const { explain } = await import('./commands/explain.ts');
    done(await explain(rule, file, flags, context(flags)));
  });
  add('fix', 'fix <FILES...>', (command) =>
    command
      .option('--dry-run', t(HELP.options.dryRun))
      .option('--stdin-filename <path>', t(HELP.options.stdinFilename)),
  ).action(async (files: string[], flags: FixFlags) => {
    const { fix } = await import('./commands/fix.ts');
    done(await fix(files, flags, context(flags)));
  });
  add('init', 'init <FILE>', (command) =>
    command
      .option('--example', t(HELP.options.example))
      .option('--from <report>', t(HELP.options.from))
      .option('--year <year>', t(HELP.options.year))
      .option('--name <name>', t(HELP.options.name))
      .option('--form <edition>', t(HELP.options.form)),
  ).action(async (file: string, flags: InitFlags) => {
    const { init } = await import('./commands/init.ts');
    done(await init(file, flags, context(flags)));
  });
  add('schema', 'schema', (command) =>
    command.option('--form <edition>', t(HELP.options.form)).option('--path', t(HELP.options.schemaPath)),
  ).action(async (flags: SchemaFlags) => {
    const { schema } = await import('./commands/schema.ts');
    done(await schema(flags, context(flags)));
  });
  add('preview', 'preview <FILE>', (command) =>
    command
      .option('--against <file|folder>', t(HELP.options.against))
      .option('--template <dir>', t(HELP.options.template)),
  ).action(async (file: string, flags: PreviewFlags) => {
    const { preview } = await import('./commands/preview.ts');
    done(await preview(file, flags, context(flags)));
  });
  add('template', 'template', (command) => command.option('--eject <dir>', t(HELP.options.eject))).action(
    async (flags: TemplateFlags) => {
      const { template } = await import('./commands/template.ts');
      done(await template(flags, context(flags)));
    },
  );
  add('doctor', 'doctor', (command) => command.option('--browser <path>', t(HELP.options.browser))).action(
    async (flags: DoctorFlags) => {
      const { doctor } = await import('./commands/doctor.ts');
      done(await doctor(flags, context(flags)));
    },
  );
  program
    .command('help [command]')
    .description(t(HELP.options.helpCommand))
    .action((name?: string) => (name === undefined ? program : commandNamed(program, name)).outputHelp());
  return program;
}

function wholeNumber(text: string): number {
  if (/^[0-9]{1,9}$/.test(text)) return Number(text);
  throw new UserError(
    { zh: `“${text}”不是整数`, en: `"${text}" is no whole number` },
    { zh: '例如 --max-warnings 0', en: 'Such as: --max-warnings 0' },
  );
}

function commandNamed(program: Command, name: string): Command {
  const names = program.commands.map((command) => command.name());
  const command = program.commands.find((one) => one.name() === name);
  if (command) return command;
  throw new UserError(
    { zh: `没有 ${name} 这个命令`, en: `There is no command ${name}` },
    { zh: `可以是：${names.join('、')}`, en: `Commands are ${names.join(', ')}` },
  );
}

function examples(lines: readonly (readonly [string, Text])[], language: Language): string {
  const width = Math.max(...lines.map(([command]) => displayWidth(command)));
  const rows = lines.map(
    ([command, what]) => `  ${command}${' '.repeat(width - displayWidth(command))}  ${what[language]}`,
  );
  return `\n${TITLES['Examples:']?.[language]}\n${rows.join('\n')}\n`;
}

/** Help in the chosen language, with Chinese characters counted as two columns; nothing is written or ended behind our back. */
function styled(command: Command, io: IO, language: Language): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', HELP.options.help[language])
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => undefined,
      getOutHelpWidth: () => Math.min(io.stdout.columns, 100),
      getErrHelpWidth: () => Math.min(io.stderr.columns, 100),
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
