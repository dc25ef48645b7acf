import type { ContentBlock } from '../../document.ts';
import { type FlowParagraph, FlowReader, NOTE } from '../office/flow.ts';
import { isItem } from '../office/numbering.ts';
import type { PropertyRun } from './properties.ts';
import { rowOf } from './table-rows.ts';
import type { DocParagraph, DocText } from './word-file.ts';

const [IN_TABLE, ROW_END, DEPTH, INNER_CELL, INNER_ROW, OUTLINE, LIST, LIST_DEPTH] = [
  0x2416, 0x2417, 0x6649, 0x244b, 0x244c, 0x2640, 0x460b, 0x260a,
];

/** The blocks of a file in reading order: text boxes, the text with its notes, then headers and footers as furniture. */
export function docBlocks({ parts, numbering }: DocText): ContentBlock[] {
  const notes = notesOf(parts.get('footnotes') ?? []);
  const reader = new FlowReader(notes);
  for (const { text } of parts.get('boxes') ?? []) reader.text(text, {});
  for (const paragraph of parts.get('main') ?? [])
    reader.paragraph(numbered(inFlow(paragraph), paragraph.properties, numbering));
  reader.close(0);
  for (const text of [...notes, ...(parts.get('endnotes') ?? []).map((one) => one.text)]) reader.text(text, {});
  const furniture = [...(parts.get('headers') ?? []), ...(parts.get('header-boxes') ?? [])].map(({ text }) => text);
  for (const text of new Set(furniture)) reader.text(text, { furniture: true });
  return reader.blocks;
}

/** Each footnote begins with the sign that stands in the text for its number. */
const notesOf = (paragraphs: readonly DocParagraph[]): string[] => {
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
  return text.split(NOTE).slice(1);
};

function inFlow({ text, mark, properties }: DocParagraph): FlowParagraph {
  const depth = depthOf(properties);
  if (depth === 0 || !properties) return { text, depth, level: levelOf(properties) };
  const outer = depth === 1 && mark === '\x07';
  if (has(properties, outer ? ROW_END : INNER_ROW)) return { text, depth, ends: 'row', row: rowOf(properties) };
  return { text, depth, ...((outer || has(properties, INNER_CELL)) && { ends: 'cell' }) };
}

/** The paragraph with the number that Word writes before it. */
function numbered(
  paragraph: FlowParagraph,
  properties: PropertyRun | undefined,
  numbering: DocText['numbering'],
): FlowParagraph {
  const last = (wanted: number) => properties?.modifiers.findLast(({ code }) => code === wanted)?.operand;
  const list = last(LIST)?.readInt16LE(0) ?? 0;
  if (list <= 0 || paragraph.text.trim() === '') return paragraph;
  const number = numbering(String(list), last(LIST_DEPTH)?.[0] ?? 0);
  if (!number) return paragraph;
  if (paragraph.depth === 0 && paragraph.level === undefined && isItem(number))
    return { ...paragraph, item: { ordered: !number.bullet, depth: number.depth } };
  return { ...paragraph, text: number.label + paragraph.text };
}

const has = (properties: PropertyRun, wanted: number): boolean =>
  properties.modifiers.some(({ code, operand }) => code === wanted && operand[0] === 1);

function depthOf(properties: PropertyRun | undefined): number {
  const depth = properties?.modifiers.findLast(({ code }) => code === DEPTH)?.operand.readInt32LE(0);
  return Math.max(0, depth ?? (properties && has(properties, IN_TABLE) ? 1 : 0));
}

function levelOf(properties: PropertyRun | undefined): number | undefined {
  const outline = properties?.modifiers.findLast(({ code }) => code === OUTLINE)?.operand[0];
  const style = properties?.style ?? 0;
  if (outline !== undefined) return outline < 9 ? outline + 1 : undefined;
  return style >= 1 && style <= 9 ? style : undefined;
}
