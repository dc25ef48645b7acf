import type { Text } from '../diagnostics/text.ts';
import { otherProgram } from './other-program.ts';
import type { PublishedPdf } from './published-file.ts';

/** What programs that only arrange the objects of a PDF anew leave in it, and we never write. */
const REARRANGED = /\/Linearized\b|\/ObjStm\b|\/XRef\b|^%QDF-/mu;

/** The one cause why a PDF with the right content has other bytes; undefined if it may have been changed in another way. */
export function savedAgain(bytes: Uint8Array, producer: string): Text | undefined {
  const program = otherProgram(producer);
  if (program === undefined && !REARRANGED.test(Buffer.from(bytes).toString('latin1'))) return undefined;
  const [zh, en] =
    program === undefined ? ['别的程序（例如 qpdf）', 'another program, such as qpdf,'] : [`${program} `, program];
  return {
    zh: `${zh}重新保存过它：文字、数和附件都对，但样子有没有改动不能保证；请用 report build 写出的文件`,
    en: `After it was built, ${en} saved it again: its text, numbers and attachments are right, but it may show something else; use the file as report build wrote it`,
  };
}

/** The one cause of all that is missing in a PDF without tags, and what its text is, if that was compared. */
export function tagsGone({ pdf }: PublishedPdf, text?: keyof typeof TEXTS): Text {
  const program = otherProgram(pdf.producer);
  const [zh, en] = program === undefined ? ['别的程序', 'Another program'] : [`${program} `, program];
  const more = text === undefined ? { zh: '', en: '' } : TEXTS[text];
  return {
    zh: `${zh}重新写过它，标题和表格的标签没有了${more.zh}`,
    en: `${en} wrote it anew, and the tags of its headings and tables are gone${more.en}`,
  };
}

const TEXTS = {
  right: { zh: '；文字和数都还在', en: '; its text and numbers are still there' },
  different: { zh: '；文字还在，有不同', en: '; its text is there, with differences' },
  unreadable: {
    zh: '；一部分字认不出来，没有逐字比较',
    en: '; some of its characters cannot be read, so its text was not compared',
  },
} satisfies Readonly<Record<string, Text>>;
