import type { PublishedDocument } from '../../document.ts';
import { empty, onlyPictures, tablePictures } from '../container/refusals.ts';

/** The document, if it has something to read; otherwise throws a `Refusal` that says what there is. */
export function readable(document: PublishedDocument, pictures: boolean): PublishedDocument {
  const content = document.blocks.filter((block) => block.kind === 'grid' || !block.furniture);
  if (content.length === 0) throw pictures ? onlyPictures() : empty();
  if (pictures && !content.some(({ kind }) => kind === 'grid')) throw tablePictures();
  return document;
}
