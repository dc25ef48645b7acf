import { command } from '../command.ts';
import { FORM } from '../options.ts';
import { EXIT } from '../output/exit-codes.ts';

export const schema = command({
  name: 'schema',
  args: '',
  light: true,
  summary: { zh: '打印报告文件的 JSON Schema', en: 'Print the JSON Schema of the report file' },
  details: {
    zh: '给编辑器用：自动补全，悬停显示每个单元格的说明。',
    en: 'For editors: completion, and an explanation of each cell on hovering.',
  },
  examples: [
    ['report schema > report.schema.json', { zh: '现行格式', en: 'the form in force' }],
    ['report schema --path', { zh: '随程序安装的文件在哪里', en: 'where the installed file is' }],
    ['report schema --form 2019', { zh: '2019、2020 年的格式', en: 'the form of 2019 and 2020' }],
  ],
  options: {
    form: FORM,
    path: { flags: '--path', words: { zh: '只打印文件的位置', en: 'print the path of the file only' } },
  },
  async run(_, flags, { io }) {
    const { editionNamed, schemaFile } = await import('../work/edition-named.ts');
    const { reportSchema } = await import('../../form/json-schema.ts');
    const form = editionNamed(flags.form);
    const text = flags.path ? schemaFile(form.id) : JSON.stringify(reportSchema(form), null, 2);
    io.stdout.write(`${text}\n`);
    return EXIT.ok;
  },
});
