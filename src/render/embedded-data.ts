import { FORMATS } from './formats.ts';
import type { Publication } from './publication.ts';
import type { Sibling } from './template-data.ts';

/** JSON for the content of a `<script>`, escaped so that no text of a report can close it or start a comment. */
export const inScript = (value: unknown): string =>
  JSON.stringify(value, undefined, 1).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The other files of the same build, without those for website editors. */
export function siblings({ receipt }: Publication): Sibling[] {
  return receipt.formats
    .filter((name) => name !== 'html' && !FORMATS[name]?.forPublisher)
    .map((name) => ({
      href: encodeURIComponent(`${receipt.base}.${FORMATS[name]?.extension ?? name}`),
      label: name.toUpperCase(),
    }));
}

/** The data for search engines: https://schema.org/Report. */
export function linkedData(publication: Publication): object {
  const { view } = publication;
  return {
    '@context': 'https://schema.org',
    '@type': 'Report',
    name: view.title,
    inLanguage: 'zh-CN',
    about: '政府信息公开工作年度报告',
    publisher: { '@type': 'GovernmentOrganization', name: view.agency },
    ...(view.periodDates && { temporalCoverage: view.periodDates }),
    isAccessibleForFree: true,
    ...(view.publishedDate && { datePublished: view.publishedDate }),
    ...(view.corrected?.machineDate && { dateModified: view.corrected.machineDate }),
    encoding: siblings(publication).map(({ href, label }) => ({
      '@type': 'MediaObject',
      name: label,
      contentUrl: href,
    })),
  };
}
