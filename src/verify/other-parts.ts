import type { Text } from '../diagnostics/text.ts';
import type { Publication } from '../render/publication.ts';
import { propertiesIn } from '../render/readback/word/parts.ts';
import type { Differences } from './compared.ts';
import type { Published } from './published-file.ts';

/**
 * Differences in the report file, the data, the attachments and the document properties. `sameForm`: false if the file may come
 * from another version, whose data may have another form. `isSavedAgain`: another program saved it, which loses parts; what is
 * left is compared.
 */
export function otherParts(
  file: Published,
  publication: Publication,
  { sameForm = true, isSavedAgain = false } = {},
): Text[] {
  const { view, data, source, receipt } = publication;
  const isSameSource = file.receipt.source.hash === receipt.source.hash;
  const parts: [boolean, Text][] = [
    [!isSameSource, OTHER_SOURCE],
    [sameForm && !(isSavedAgain && file.data === undefined) && !sameJson(file.data, data), OTHER_DATA],
  ];
  if (file.kind === 'pdf') {
    parts.push(
      [
        isSameSource && !(isSavedAgain && file.source === undefined) && file.source !== source?.text,
        OTHER_SOURCE_INSIDE,
      ],
      [file.others.length > 0, otherFiles(file.others)],
      [file.pdf.title !== view.title || file.pdf.author !== view.agency, OTHER_PROPERTIES],
    );
  }
  if (file.kind === 'docx') {
    const { title, author } = propertiesIn(file.parts);
    parts.push([title !== view.title || author !== view.agency, OTHER_PROPERTIES]);
  }
  return parts.flatMap(([differs, text]) => (differs ? [text] : []));
}

const OTHER_SOURCE: Text = {
  zh: '报告文件和生成时的不是同一份：生成以后改过，或者拿的是另一份',
  en: 'The report file is not the one it was built from: the report was changed later, or it is another report',
};
const SAME_CONTENT: Text = {
  zh: '报告文件和生成时的不是同一份，但文字、数和数据都一样，例如只改过注释；请重新生成',
  en: 'The report file is not the one it was built from, but texts, numbers and data are the same; perhaps only a comment was changed. Build it again',
};
const OTHER_DATA: Text = {
  zh: '里面附的数据（JSON）和报告不同',
  en: 'The data (JSON) in the file differs from the report',
};
const OTHER_SOURCE_INSIDE: Text = {
  zh: '里面附的报告文件被改过或者去掉了',
  en: 'The report in the file was changed or removed',
};
const OTHER_PROPERTIES: Text = {
  zh: '文件属性里的标题或作者不对',
  en: 'The title or author in the document properties is different',
};
const otherFiles = (names: readonly string[]): Text => ({
  zh: `里面另外附了文件：${names.slice(0, 3).join('、')}`,
  en: `Other files were attached to it: ${names.slice(0, 3).join(', ')}`,
});

/**
 * What a report file that is not the one of the build explains: all differences if it is of another year or agency, none if
 * only its comments or the like are different. `all`: all differences, if everything was compared.
 */
export function otherReport(file: Published, { data, receipt }: Publication, all?: Differences): Text | undefined {
  if (file.receipt.source.hash === receipt.source.hash) return undefined;
  if (all?.faults.length === 0 && all.reasons.length === 1 && sameJson(file.data, data)) return SAME_CONTENT;
  const [theirs, ours] = [nameIn(file.data), nameIn(data)];
  if (theirs === undefined || theirs === ours) return undefined;
  return {
    zh: `它是另一份报告生成的：${theirs} 年；给出的报告是${ours} 年`,
    en: `It was built from another report, ${theirs}; the report given is ${ours}`,
  };
}

/** Agency and year of the data in a file; undefined if they cannot be read. */
function nameIn(data: string | undefined): string | undefined {
  try {
    const { year, agency } = JSON.parse(data ?? '');
    return `${String(agency.name).slice(0, LONGEST_NAME)} ${String(year).slice(0, 4)}`;
  } catch {
    return undefined;
  }
}
const LONGEST_NAME = 60;

function sameJson(one: string | undefined, other: string): boolean {
  try {
    return JSON.stringify(JSON.parse(one ?? '')) === JSON.stringify(JSON.parse(other));
  } catch {
    return false;
  }
}
