import { Scalar } from 'yaml';
import { say } from '../../diagnostics/text.ts';
import { isTextKey } from '../slips/key.ts';
import { belowBar } from '../slips/value.ts';
import { asBlock } from './as-block.ts';
import type { Remark, Value } from './remark.ts';
import { yamlComment } from './rules.ts';

const COMMENT = /[ \t]+(#[^\r\n]*)/y;

/** Words after a text that YAML takes for a comment because of ` #`, although they continue the text. */
export function hiddenComment(value: Value): Remark | undefined {
  const { text, scalar, path, key, start, end, column } = value;
  if (scalar.type === Scalar.BLOCK_FOLDED || scalar.type === Scalar.BLOCK_LITERAL) return undefined;
  COMMENT.lastIndex = end;
  const match = COMMENT.exec(text);
  const comment = match?.[1]?.trimEnd();
  if (!match || comment === undefined) return undefined;
  const before = text.slice(start, end);
  if (!continues(before, comment, isTextKey(key))) return undefined;
  const at = end + match[0].indexOf('#');
  const lost = comment.length > 20 ? `${comment.slice(0, 20)}…` : comment;
  const isPaired = /^#[^\s#][^#]*#/.test(comment) && scalar.type === Scalar.PLAIN && !before.includes('\n');
  const whole = `${before}${match[0].trimEnd()}`;
  return {
    path,
    message: {
      rule: yamlComment,
      message: say(
        `“#”前面有空格，YAML 把“${lost}”当成注释，不会印出来`,
        `YAML takes "${lost}" for a comment, because of the space before #; it is not printed`,
      ),
      hint: isTextKey(key)
        ? belowBar(key)
        : say(
            "用英文单引号把整个值括起来：'…'；是注释的，# 后面空一格",
            "Put the whole value in single quotes: '…'; if it is a comment, write a space after the #",
          ),
    },
    start: at,
    end: at + comment.length,
    edits: isPaired ? asBlock(value, key, column, whole) : [],
    done: say('“#”后面的文字不再是注释', 'the text after # is no longer a comment'),
  };
}

/** Whether a comment looks like the rest of the text before it: a hashtag, a number sign, or the end of its sentence. */
function continues(before: string, comment: string, isProse: boolean): boolean {
  if (!/\p{Script=Han}/u.test(before) && !/^#[^\s#][^#]*#/.test(comment)) return false;
  if (/^#[^\s#][^#\n]*#/.test(comment) || /^#\d/.test(comment)) return true;
  const isWhole = /[。！？；”）"')]$/u.test(before.trimEnd());
  return isProse && !isWhole && (/^#[^\s#!]/.test(comment) || /[。；]$/u.test(comment));
}
