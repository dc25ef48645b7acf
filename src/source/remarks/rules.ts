import { FILE_FORMAT, type RuleInfo } from '../../diagnostics/rule.ts';
import { say } from '../../diagnostics/text.ts';
import { YAML } from '../yaml-rules.ts';

export const yamlInvisible: RuleInfo = {
  id: 'yaml-invisible',
  severity: 'warning',
  source: FILE_FORMAT,
  title: say('没有看不见的字符', 'There are no invisible characters'),
  why: say(
    '从网页、PDF 和聊天软件复制来的文字常带着零宽空格一类的字符：看不见，数字和键却因此认不出，搜索也搜不到。',
    'Text copied from web pages, PDFs and chats often contains zero-width spaces and the like. They cannot be seen, but they make numbers and keys wrong and text impossible to find.',
  ),
  example: {
    good: 'title: 清溪县教育局2023年政府信息公开工作年度报告',
    bad: 'title: 清溪县\u200b教育局2023年政府信息公开工作年度报告',
  },
};

export const yamlAroundValue: RuleInfo = {
  id: 'yaml-around-value',
  severity: 'warning',
  source: FILE_FORMAT,
  title: say('值两边没有中文引号', 'There are no Chinese quotation marks around a value'),
  why: say(
    'YAML 只认英文引号；别的引号是文字的一部分，会印在标题和正文里。',
    'YAML only knows straight quotes. Other quotation marks are part of the text and are printed.',
  ),
  example: {
    good: 'title: 清溪县教育局2023年政府信息公开工作年度报告',
    bad: 'title: “清溪县教育局2023年政府信息公开工作年度报告”',
  },
};

export const yamlComment: RuleInfo = {
  id: 'yaml-comment',
  severity: 'warning',
  title: say('文字没有当成注释，注释没有当成文字', 'Text is not taken for a comment, nor a comment for text'),
  why: say(
    '一行里空格加 # 后面的字是注释，不印出来；在 | 下面的文字里，# 没有这个意思，后面的字会印出来。',
    'After a space and #, the rest of a line is a comment and is not printed. In a text below |, it is part of the text and is printed.',
  ),
  source: YAML,
  example: {
    good: "title: '清溪县教育局 #政务公开# 2023年政府信息公开工作年度报告'",
    bad: 'title: 清溪县教育局2023年政府信息公开工作年度报告 #政务公开# 年度报告',
  },
};

export const yamlFolded: RuleInfo = {
  id: 'yaml-folded',
  severity: 'warning',
  title: say('分段的文字写在 | 下面', 'A text with paragraphs is below a |'),
  why: say(
    '不写 |，YAML 就把各行接成一段，空行也不留。',
    'Without the |, YAML joins the lines, and paragraphs are lost.',
  ),
  source: YAML,
  example: {
    good: 'preface:\n  text: |\n    前言第一段。\n\n    前言第二段。',
    bad: 'preface:\n  text:\n    前言第一段。\n\n    前言第二段。',
  },
};

export const REMARK_RULES: readonly RuleInfo[] = [yamlInvisible, yamlAroundValue, yamlComment, yamlFolded];
