import type { FormDef } from '../../form/types.ts';
import type { ContentBlock } from '../document.ts';
import { plainLabel } from './labels.ts';

/** Longer texts are no captions. */
const LONGEST_CAPTION = 40;
const LAST_YEAR = /上年度?|上一年度?|去年|往年|历年/u;
const YEAR = /20\d\d(?=年)/u;

/** The indexes of the grids below a caption that names another year than the report: 附：上一年度数据. */
export function gridsOfOtherYears(blocks: readonly ContentBlock[], form: FormDef): ReadonlySet<number> {
  const sections = new Set(form.sections.map(plainLabel));
  const texts = blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
  const year = YEAR.exec(texts.find((text) => YEAR.test(text) && text.includes('报告')) ?? '')?.[0];
  const grids = new Set<number>();
  let other = false;
  blocks.forEach((block, index) => {
    if (block.kind === 'grid') {
      if (other) grids.add(index);
    } else if (sections.has(plainLabel(block.text))) other = false;
    else if (block.text.length <= LONGEST_CAPTION && !/[。；]$/u.test(block.text)) {
      const named = YEAR.exec(block.text)?.[0];
      if (LAST_YEAR.test(block.text) || (named && year && named !== year)) other = true;
    }
  });
  return grids;
}
