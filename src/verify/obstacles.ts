import type { Checked } from '../check/check.ts';
import { plural, type Text } from '../diagnostics/text.ts';
import { TOOL } from '../publish/publication.ts';
import type { Receipt } from '../render/receipt.ts';

/** Why a file that differs from the rebuilt one may still be right, and what would settle it. */
export interface Obstacle {
  readonly why: Text;
  readonly settle: Text;
}

/** The receipt names another version or another template, which may build another page. */
export function otherPage({ tool, template }: Receipt, ourTemplate: string): Obstacle[] {
  if (tool !== TOOL) return [otherTool(tool)];
  return template === ourTemplate ? [] : [OTHER_TEMPLATE];
}

const otherTool = (tool: string): Obstacle => ({
  why: {
    zh: `文件说它是 ${tool} 生成的，这里是 ${TOOL}`,
    en: `The file says that ${tool} built it, and this is ${TOOL}`,
  },
  settle: { zh: `用 ${tool} 再核对一次`, en: `verify it with ${tool}` },
});

const OTHER_TEMPLATE: Obstacle = {
  why: { zh: '文件说它是用另一个模板生成的', en: 'The file says that it was built with another template' },
  settle: { zh: '用 --template 给出那个模板的文件夹', en: 'give the folder of that template with --template' },
};

export const SYSTEM_FONTS: Obstacle = {
  why: {
    zh: '文件说它生成时用了那台机器的字体（--system-fonts）',
    en: 'The file says that it was built with the fonts installed on the other machine (--system-fonts)',
  },
  settle: { zh: '在生成它的那台机器上核对', en: 'verify it on the machine that built it' },
};

export const otherBrowser = (ours: string, theirs: string): Obstacle => ({
  why: {
    zh: `文件说它是浏览器 ${theirs} 印的，这里是 ${ours}，印出来不同`,
    en: `The file says that ${theirs} printed it; the browser here is ${ours}, which prints other bytes`,
  },
  settle: { zh: `用 --browser 给出 ${theirs}`, en: `give ${theirs} with --browser` },
});

export const savedByOffice = (program: string): Obstacle => ({
  why: {
    zh: `${program} 重新保存过它：文字、表格和看得出的样子都和报告一样，版式是不是原样看不出来`,
    en: `${program} saved it again: its text, tables and looks agree with the report as far as can be told, but its layout cannot be told`,
  },
  settle: {
    zh: '核对没有再保存过的文件，或者用 report build 重新生成',
    en: 'verify the file as it was built, or build it again with report build',
  },
});

export const noBrowser = (text: Text): Obstacle => ({
  why: { zh: `这里不能重新印一遍来比较：${text.zh}`, en: `It cannot be printed again here to compare it: ${text.en}` },
  settle: {
    zh: '装好浏览器再核对一次（report doctor 说明缺什么）',
    en: 'verify it where a browser is installed (report doctor shows what is missing)',
  },
});

/** The number of errors of a report, which is built only as a draft; 0 for a draft. */
export const errorsOf = ({ diagnostics }: Checked, { draft }: Receipt): number =>
  draft ? 0 : diagnostics.filter(({ severity }) => severity === 'error').length;

/** The report has errors by the rules and settings used here; those of the build may have been others. */
export const errorsHere = (errors: number, inside: boolean): Obstacle => ({
  why: {
    zh: `按这里的规则，报告有 ${errors} 处错误，report build 不会生成它`,
    en: `By the rules here the report has ${plural(errors, 'error')}, so report build does not build it`,
  },
  settle: inside
    ? { zh: '用 --source 给出报告文件，连同它的设置', en: 'give the report file with --source, with its settings' }
    : { zh: '用生成它的那个版本再核对一次', en: 'verify it with the version that built it' },
});
