import { unescapeMarkup } from '../../../writing/markup.ts';

/** The HTML in an answer of a website's interface that was saved as a file: the string with a table in it, or the longest with paragraphs. */
export function htmlInJson(text: string): { readonly html: string; readonly title?: string } | undefined {
  const [, body = text] = /^[\w$.]{1,60}\(([\s\S]*)\);?$/u.exec(text.trim()) ?? [];
  if (!/^\s*[[{]/u.test(body)) return undefined;
  const data = parsed(body);
  let html = '';
  let title: string | undefined;
  const stack: [string, unknown][] = [['', data]];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [key, value] = top;
    if (typeof value === 'object' && value !== null) for (const entry of Object.entries(value)) stack.push(entry);
    if (typeof value !== 'string') continue;
    const nested = /^\s*[[{]/u.test(value) ? parsed(value) : undefined;
    if (nested !== undefined) {
      stack.push([key, nested]);
      continue;
    }
    if (/^(?:article)?title$/iu.test(key)) title ??= value;
    const written = /&lt;(?:table|p|div)\b/iu.test(value) && !value.includes('<') ? unescapeMarkup(value) : value;
    if (weight(written) > weight(html)) html = written;
  }
  return html === '' ? undefined : { html, ...(title !== undefined && { title }) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A string with a table counts more than any without. */
const weight = (text: string): number =>
  /<table[\s>]/iu.test(text) ? 1e9 + text.length : /<(?:p|div|span|br)[\s>/]/iu.test(text) ? text.length : 0;
