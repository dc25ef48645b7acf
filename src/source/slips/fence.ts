import { say, type Text } from '../../diagnostics/text.ts';
import { yamlSyntax } from '../yaml-rules.ts';
import { lineAfter, type TextLine } from './lines.ts';
import type { Slip } from './slip.ts';

/** The mark of a code block, with the name of its language: a report copied from a web page or a chat can have one around it. */
export const FENCE = /^(?:`{3,}|~{3,})[ \t]*[a-z]{0,20}[ \t]*$/i;

export const isFence = (text: string, { start, end }: TextLine): boolean =>
  end - start < 40 && FENCE.test(text.slice(start, end));

/** The slip for a mark of a code block; `opened` is that of the mark at the start of the block. */
export function fenceSlip(text: string, { start, end }: TextLine, opened: Slip | undefined): Slip {
  const edit = { start, end: Math.min(text.length, lineAfter(text, end)), text: '' };
  if (opened) return { ...opened, edits: [...opened.edits, edit] };
  const mark = text.slice(start, end).trim();
  return {
    message: {
      rule: yamlSyntax,
      message: say(
        `“${mark}”是网页或聊天里代码块的记号，不是报告的内容`,
        `"${mark}" marks a block of code on a web page or in a chat; it does not belong to the report`,
      ),
      hint: say(
        '删去这一行，报告末尾有同样的记号也删去',
        'Delete this line, and the same mark at the end of the report',
      ),
    },
    start,
    end,
    edits: [edit],
    done: DONE,
  };
}

const DONE: Text = say('删去代码块的记号', 'the marks of a block of code are removed');
