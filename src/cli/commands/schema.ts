import { command } from '../command.ts';
import { FORM } from '../options.ts';
import { EXIT } from '../output/exit-codes.ts';
import { writeData } from '../output/io.ts';

export const schema = command({
  name: 'schema',
  args: '',
  light: true,
  summary: { zh: '打印报告文件的 JSON Schema', en: 'Print the JSON Schema of the report file' },
  details: {
    zh: '给编辑器用：自动补全，悬停显示每个单元格的说明。',
    en: 'For editors: completion, and a description of each cell when you hover over it.',
  },
  examples: [
    ['report schema > report.schema.json', { zh: '现行格式', en: 'the current form' }],
    ['report schema --path', { zh: '随程序安装的文件在哪里', en: 'the path of the installed file' }],
    ['report schema --form 2019', { zh: '2019、2020 年的格式', en: 'the 2019 form, for 2019 and 2020' }],
  ],
  options: {
    form: FORM,
    path: { flags: '--path', words: { zh: '只打印文件的位置', en: 'print only the path of the file' } },
  },
  async run(_, flags, { io }) {
    const { editionNamed, schemaFile } = await import('../work/edition-named.ts');
    const { reportSchema } = await import('../../form/json-schema.ts');
    const form = editionNamed(flags.form);
    const text = flags.path ? schemaFile(form.id) : JSON.stringify(reportSchema(form), null, 2);
    writeData(io.stdout, `${text}\n`);
    return EXIT.ok;
  },
});
