import type { DocumentProperties } from '../../document.ts';
import type { PageScan } from './scan.ts';

/** Names of `<meta>` in pages of the government and in general, the most exact first. */
const TITLES = ['articletitle', 'title', 'og:title', 'dc.title'];
const DATES = [
  'pubdate',
  'publishdate',
  'publish_date',
  'publishtime',
  'pubtime',
  'article:published_time',
  'dc.date',
  'firstpublishedtime',
  'createdate',
  'date',
];
const PUBLISHERS = ['contentsource', 'content_source', 'source', 'publisher', 'dc.publisher', 'author'];
/** How the name of a body ends: `author` is often a person. */
const BODY = /(?:政府|局|厅|委|办|办公室|部|院|署|中心|委员会|管委会|银行|集团|公司|大学|学院|医院|街道|镇|乡)$/u;

/** What the page says of itself in `<meta>` and `<title>`. */
export function propertiesOf({ titles, meta }: PageScan): DocumentProperties {
  const title = contentOf(meta, TITLES) ?? titles.find(Boolean);
  const date = contentOf(meta, DATES, (value) => /\d{4}.*\d/u.test(value));
  const publisher = contentOf(meta, PUBLISHERS, (value, name) => name !== 'author' || BODY.test(value));
  return { ...(title && { title }), ...(date && { date }), ...(publisher && { publisher }) };
}

function contentOf(
  meta: PageScan['meta'],
  names: readonly string[],
  fits: (value: string, name: string) => boolean = () => true,
): string | undefined {
  const name = names.find((one) => meta.has(one) && fits(meta.get(one) as string, one));
  return name === undefined ? undefined : meta.get(name);
}
