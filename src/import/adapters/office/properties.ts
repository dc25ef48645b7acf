import type { DocumentProperties } from '../../document.ts';
import { childOf, textOf, type XmlNode } from './xml.ts';

/** What a document says of itself; `names` are the elements of its format for the title, the author and the last change. */
export function propertiesIn(
  properties: XmlNode | undefined,
  names: readonly [title: string, creator: string, modified: string],
): DocumentProperties {
  const [title, creator = '', modified] = names.map((name) => textOf(childOf(properties, name)).trim());
  return {
    ...(title && { title }),
    ...(isBodyName(creator) && { publisher: creator }),
    ...(modified && { date: modified }),
  };
}

/** The creator is often a person or a computer; bodies have longer names. */
const isBodyName = (name: string): boolean => /^[\p{Script=Han}（）()]{5,}$/u.test(name);
