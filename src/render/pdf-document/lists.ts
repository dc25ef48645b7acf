import { childrenOf, type Element, elementOf, kidsOf, roleOf, setKids, wrapElements } from './structure.ts';

/** Moves the content of a list item into LBody. Chrome writes it next to the label. */
export function mendListItem(item: Element): void {
  const kids = kidsOf(item.dict);
  const label = childrenOf(item).find(({ dict }) => roleOf(dict) === 'Lbl');
  const body = kids.filter((kid) => kid !== label?.ref && elementOf(item.dict.context, kid));
  if (body.length === 0) return;
  const rest = kids.filter((kid) => !body.includes(kid));
  setKids(item.dict, [...rest, wrapElements('LBody', body, item).ref]);
}
