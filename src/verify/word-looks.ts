import { type PageFault, pageContent } from '../diagnostics/page-faults.ts';
import type { Text } from '../diagnostics/text.ts';
import { type Block, visible } from '../render/readback/blocks.ts';
import { type LookedText, type OtherLook, otherLooks } from '../render/readback/word/looks.ts';

/** The faults for equal texts that look different: one for each property, at the first place in the report. */
export const lookFaults = (found: LookedText, expected: LookedText, blocks: readonly Block[]): PageFault[] =>
  otherLooks(found, expected).map((other) => {
    const { zh, en } = PROPERTIES[other.property] ?? DEFAULT;
    const quoted = expected.text.slice(other.start, Math.min(other.end, other.start + QUOTED));
    const [more, andMore] = other.ranges > 1 ? [`等 ${other.ranges} 处`, ` and ${other.ranges - 1} more`] : ['', ''];
    const [is, was] = [other.found, other.expected].map((value) => VALUES[value] ?? { zh: value, en: value }) as [
      Text,
      Text,
    ];
    return {
      rule: pageContent.id,
      message:
        HIDING.has(other.property) && other.found !== ''
          ? hidden(quoted, more, andMore)
          : {
              zh: `“${quoted}”${more}的${zh}不同：文件里是“${is.zh}”，应为“${was.zh}”`,
              en: `"${quoted}"${andMore}: the ${en} is "${is.en}" instead of "${was.en}"`,
            },
      ...placeOf(other, expected, blocks),
    };
  });

const hidden = (quoted: string, more: string, andMore: string): Text => ({
  zh: `“${quoted}”${more}是隐藏的`,
  en: `"${quoted}"${andMore}: hidden`,
});
const HIDING = new Set(['vanish', 'webHidden']);

const QUOTED = 16;
const AROUND = 8;

/** The cell of a character, or the words around it. */
function placeOf(
  { start, end }: OtherLook,
  { text }: LookedText,
  blocks: readonly Block[],
): Pick<PageFault, 'path' | 'words' | 'focus'> {
  let at = 0;
  for (const block of blocks) {
    at += visible(block.text).length;
    if (at <= start) continue;
    if (block.path !== undefined) return { path: block.path };
    const [first, last] = [Math.max(0, start - AROUND), Math.min(end, start + QUOTED)];
    return { words: text.slice(first, last + AROUND), focus: [start - first, last - first] };
  }
  return {};
}

const say = (zh: string, en: string): Text => ({ zh, en });
const PROPERTIES: Readonly<Record<string, Text>> = {
  color: say('颜色', 'color'),
  sz: say('字号（半磅）', 'size (half points)'),
  font: say('字体', 'font'),
  strike: say('删除线', 'strikethrough'),
  dstrike: say('删除线', 'strikethrough'),
  highlight: say('底色', 'shading'),
  shd: say('底色', 'shading'),
  vertAlign: say('上下标', 'superscript or subscript'),
  position: say('高低', 'position'),
  w: say('缩放', 'scale'),
  spacing: say('字距', 'spacing'),
  u: say('下划线', 'underline'),
  b: say('加粗', 'weight'),
  i: say('倾斜', 'slant'),
};
const VALUES: Readonly<Record<string, Text>> = { '': say('普通', 'normal'), on: say('有', 'yes') };
const DEFAULT = say('效果', 'effect');
