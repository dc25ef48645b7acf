import { Scalar } from 'yaml';
import { say } from '../../diagnostics/text.ts';
import type { Remark, Value } from './remark.ts';
import { yamlComment } from './rules.ts';

// A heading is one # and words as well; only comments of `report init` and notes to oneself are none.
const NOTE =
  /(?:^|\n|[^\s#])[ \t]+(#+ *(?:综述；也可以只写|问题和改进措施都要写|text: 不写时|text_(?:above|below): |(?:表前|表后)正文，可以不写|（一）（二）……由程序编号|(?:注释|备注|备忘)[：:])[^\n]*)/u;

/** A comment inside a block of text, which is printed: there, # has no meaning to YAML. */
export function commentInText({ text, scalar, path, start, end }: Value): Remark | undefined {
  if (scalar.type !== Scalar.BLOCK_LITERAL && scalar.type !== Scalar.BLOCK_FOLDED) return undefined;
  const body = text.indexOf('\n', start);
  const written = text.slice(body, end);
  if (body < 0 || body >= end || !written.includes('#')) return undefined;
  const match = NOTE.exec(written);
  const note = match?.[1]?.trimEnd();
  if (!match || note === undefined) return undefined;
  const at = body + match.index + match[0].indexOf('#');
  return {
    path,
    message: {
      rule: yamlComment,
      message: say('这条注释在正文里，会印出来', 'This comment is part of the text and would be printed'),
      hint: say('删去它，或者写到 text: 上面一行', 'Delete it, or move it to the line above text:'),
    },
    start: at,
    end: at + note.length,
    edits: [],
    done: say('', ''),
  };
}
