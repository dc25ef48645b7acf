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
    const [is, was] = [other.found, other.expected].map((value) => value || 'auto');
    return {
      rule: pageContent.id,
      message: {
        zh: `“${quoted}”${more}的${zh}不同：文件里是 ${is}，应为 ${was}`,
        en: `"${quoted}"${andMore}: the ${en} is ${is} instead of ${was}`,
      },
      ...placeOf(other, expected, blocks),
    };
  });

const QUOTED = 16;
const AROUND = 8;

/** The cell of a character, or the words around it. */
function placeOf(
  { start, end }: OtherLook,
  { text }: LookedText,
  blocks: readonly Block[],
): Pick<PageFault, 'path' | 'words'> {
  let at = 0;
  for (const block of blocks) {
    at += visible(block.text).length;
    if (at > start)
      return block.path === undefined
        ? { words: text.slice(start - Math.min(AROUND, start), end + AROUND) }
        : { path: block.path };
  }
  return {};
}

const say = (zh: string, en: string): Text => ({ zh, en });
const PROPERTIES: Readonly<Record<string, Text>> = {
  vanish: say('隐藏', 'hiding'),
  webHidden: say('隐藏', 'hiding'),
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
const DEFAULT = say('效果', 'effect');
