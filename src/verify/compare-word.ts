import type { PageFault } from '../diagnostics/page-faults.ts';
import { pageContent } from '../diagnostics/page-faults.ts';
import type { Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { unpackZip } from '../disk/unpack-zip.ts';
import { inputOf, type Page } from '../publish/page.ts';
import type { Tools } from '../publish/tools.ts';
import { docx } from '../render/docx.ts';
import { readDocument } from '../render/docx-document/read.ts';
import type { Block } from '../render/readback/blocks.ts';
import { withPaths } from '../render/readback/cell-paths.ts';
import { checkShown } from '../render/readback/check-page.ts';
import { compareBlocks } from '../render/readback/compare.ts';
import { foreignInWord } from '../render/readback/word/foreign.ts';
import { looksOf } from '../render/readback/word/looks.ts';
import { MAIN, propertiesIn, STYLES, type WordParts, xmlIn } from '../render/readback/word/parts.ts';
import { WordStyles } from '../render/readback/word/styles.ts';
import { type Compared, differs, NONE, SAME } from './compared.ts';
import { noBrowser, type Obstacle, otherBrowser, SYSTEM_FONTS, savedByOffice } from './obstacles.ts';
import { otherParts } from './other-parts.ts';
import type { PublishedWord } from './published-word.ts';
import { lookFaults } from './word-looks.ts';

/**
 * Compares a Word document with the one that is built again. If its bytes are others, text, tables and looks are
 * compared as far as its XML tells. A document that an office program saved again is never the same, since its layout
 * cannot be told.
 */
export async function compareWord(
  file: PublishedWord,
  rebuilt: Page,
  isOtherVersion: boolean,
  tools: Tools,
): Promise<Compared> {
  const { view } = rebuilt.publication;
  const { built, obstacles } = await buildAgain(file, rebuilt, tools);
  if (built && Buffer.from(built).equals(file.bytes)) return SAME;
  const { program } = propertiesIn(file.parts);
  const options = { sameForm: !isOtherVersion, isSavedAgain: program !== undefined };
  const reasons = otherParts(file, rebuilt.publication, options);
  const found = blocksIn(file.parts);
  const ours = built && unpackZip(built, () => true);
  if (!ours || isOtherVersion) {
    const foreign = foreignInWord(file.parts, ours ?? new Map(), { isOtherVersion: true });
    return { faults: checkShown(found, view), reasons: [...foreign, ...reasons], isSame: false, obstacles };
  }
  const expected = withPaths(blocksIn(ours), view);
  const faults = compareBlocks(expected, found);
  // Pictures of another browser are others.
  const isOtherPicture = obstacles.length === 0 && program !== undefined && hasOtherPicture(file.parts, ours);
  const all = {
    faults: faults.length > 0 ? faults : looksIn(file.parts, ours, expected),
    reasons: [...foreignInWord(file.parts, ours), ...(isOtherPicture ? [OTHER_PICTURE] : []), ...reasons],
  };
  if (differs(all)) return { ...all, isSame: false, obstacles };
  const others = otherPartsIn(file.parts, ours);
  const isPicture = others.every((name) => name.startsWith('word/media/')) && others.length > 0;
  if (isPicture && obstacles.length > 0) return { ...NONE, isSame: false, obstacles };
  if (program !== undefined) return { ...NONE, isSame: false, obstacles: [...obstacles, savedByOffice(program)] };
  return { faults: [], reasons: [changed(others)], isSame: false, obstacles };
}

/** Builds the document again, under the name of the browser in the receipt, which drew its charts. */
async function buildAgain({ receipt }: PublishedWord, rebuilt: Page, tools: Tools) {
  const obstacles: Obstacle[] = [];
  const { charts } = rebuilt.publication.view;
  const browser = async () => {
    const own = await tools.browser();
    const [ours, theirs] = [await own.version(), receipt.browser ?? ''];
    if (ours !== theirs) obstacles.push(otherBrowser(ours, theirs));
    return { ...own, version: async () => theirs };
  };
  if (charts.length > 0 && receipt.systemFonts) obstacles.push(SYSTEM_FONTS);
  try {
    return { built: await docx.render(await inputOf(rebuilt, { ...tools, browser })), obstacles };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { built: undefined, obstacles: [noBrowser(error.text)] };
  }
}

const blocksIn = (parts: WordParts): Block[] =>
  readDocument(xmlIn(parts, MAIN), new WordStyles(xmlIn(parts, STYLES)).idOf);

/** Where the same text looks different. */
function looksIn(parts: WordParts, ours: WordParts, expected: readonly Block[]): PageFault[] {
  const [theirLooks, ourLooks] = [looksOf(parts), looksOf(ours)];
  if (theirLooks.text === ourLooks.text) return lookFaults(theirLooks, ourLooks, expected);
  return [{ rule: pageContent.id, message: COVERED }];
}

function hasOtherPicture(parts: WordParts, ours: WordParts): boolean {
  const picturesIn = (each: WordParts) => [...each].filter(([name]) => name.startsWith('word/media/'));
  const own = picturesIn(ours).map(([, bytes]) => Buffer.from(bytes));
  return picturesIn(parts).some(([, bytes]) => !own.some((one) => one.equals(bytes)));
}

/** The names of parts that differ. */
const otherPartsIn = (parts: WordParts, ours: WordParts): string[] =>
  [...new Set([...parts.keys(), ...ours.keys()])]
    .filter((name) => !Buffer.from(parts.get(name) ?? []).equals(Buffer.from(ours.get(name) ?? [])))
    .toSorted();

const OTHER_PICTURE: Text = {
  zh: '里面的图和报告的图不同',
  en: 'A picture in it is not one of the report',
};
const COVERED: Text = {
  zh: '合并的单元格里藏着别的文字',
  en: 'Merged cells have other text in them, which is not shown',
};

function changed(names: readonly string[]): Text {
  if (names.length === 0) {
    return {
      zh: '里面每个部分都对，但文件生成以后被重新打包过',
      en: 'Every part of it is right, but the file was packed again after it was built',
    };
  }
  const some = names.slice(0, 3);
  return {
    zh: `文字、数和看得出的样子都对，但文件生成以后被改动过：${some.join('、')}`,
    en: `Its text, numbers and looks are right as far as can be told, but the file was changed after it was built: ${some.join(', ')}`,
  };
}
