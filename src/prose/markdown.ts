import MarkdownIt from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import { TO_BE_FILLED_IN } from '../report/cell.ts';
import { escapeMarkup } from '../writing/markup.ts';
import { withAddresses } from './addresses.ts';
import { chartAlone, findBindings } from './bindings.ts';
import { setLevels } from './heading-levels.ts';
import { isInsideNumber } from './marks.ts';
import { regrouped } from './regroup.ts';

/** The printed value of an expression in braces; undefined if the report does not have it (yet). */
export type Print = (expression: string) => string | undefined;

/** The chart for an expression, as HTML; undefined if it is not a chart. */
export type DrawChart = (expression: string) => string | undefined;

interface Environment {
  readonly print: Print;
  readonly chart?: DrawChart | undefined;
  readonly below: number;
}

/**
 * Reports have no code and no pictures; `[文件]: 文字` is no address, and a row of `-` makes no heading. All of it is
 * printed as written.
 */
const NOT_MEANT = ['code', 'fence', 'backticks', 'image', 'reference', 'lheading'];

/** The level of the headings of parts: （一）. */
const PART = 3;
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’]/u;

const markdown = createMarkdown();

/** 待填 as HTML, for drafts. */
export const UNKNOWN: string = `<mark>${TO_BE_FILLED_IN}</mark>`;

/**
 * Converts Markdown to HTML. Raw HTML is printed as text, pictures are left out, `{{…}}` is replaced by the result of `print`,
 * and bindings without a value are marked 待填. A chart is drawn only if it has a line of its own. A heading has the level
 * below the one it belongs to, whatever was written; `below` is the level of the heading above the text.
 */
export function renderMarkdown(text: string, print: Print, chart?: DrawChart, below: number = PART): string {
  return markdown.render(regrouped(text), { print, chart, below } satisfies Environment).trim();
}

/** Converts one line of Markdown to HTML without a paragraph around it. */
export function renderInline(text: string, print: Print): string {
  return markdown.renderInline(text.trim(), { print, below: PART } satisfies Environment);
}

function createMarkdown() {
  const md = new MarkdownIt({ html: false, linkify: false, typographer: false }).use(cjkFriendly).disable(NOT_MEANT);
  md.inline.ruler.before('text', 'binding', (state, silent) => {
    if (!state.src.startsWith('{{', state.pos)) return false;
    const [binding] = findBindings(state.src.slice(state.pos));
    // Braces that are not closed are printed as written.
    if (binding?.offset !== 0 || binding.written.length <= '{{'.length) return false;
    if (!silent) state.push('binding', '', 0).content = binding.expression ?? '';
    state.pos += binding.written.length;
    return true;
  });
  md.inline.ruler.before('text', 'as-written', (state, silent) => {
    const written = writtenAt(state.src, state.pos);
    if (written === undefined) return false;
    if (!silent) state.pending += written;
    state.pos += written.length;
    return true;
  });
  md.core.ruler.push('levels', ({ tokens, env }) => setLevels(tokens, (env as unknown as Environment).below));
  // A chart ends the paragraph above it, like a heading.
  const alt = ['paragraph', 'blockquote', 'list'];
  md.block.ruler.before(
    'paragraph',
    'chart',
    (state, line, _end, silent) => {
      const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
      const expression = chartAlone(state.src.slice(start, state.eMarks[line]));
      if (expression === undefined) return false;
      if (silent) return true;
      state.push('chart', '', 0).content = expression;
      state.line = line + 1;
      return true;
    },
    { alt },
  );
  const { rules } = md.renderer;
  rules.chart = (tokens, index, _options, env) => {
    const drawn = (env as unknown as Environment).chart?.(tokens[index]?.content ?? '');
    return `${drawn ?? `<p>${UNKNOWN}</p>`}\n`;
  };
  rules.binding = (tokens, index, _options, env) => {
    const printed = (env as unknown as Environment).print(tokens[index]?.content ?? '');
    return printed === undefined ? UNKNOWN : escapeMarkup(printed);
  };
  rules.text = (tokens, index) => withAddresses(tokens[index]?.content ?? '');
  rules.softbreak = (tokens, index) => {
    const before = tokens[index - 1]?.content ?? '';
    const after = tokens[index + 1]?.content ?? '';
    const isJoined =
      CHINESE.test(before.at(-1) ?? '') || CHINESE.test(after.at(0) ?? '') || isInsideNumber(before, after);
    return isJoined ? '' : '\n';
  };
  rules.table_open = () => '<div class="prose-table" role="group" aria-label="表格" tabindex="0">\n<table>\n';
  rules.table_close = () => '</table>\n</div>\n';
  // Chrome leaves a cell without text out of the tags of a PDF, and the cells behind it would count as those before.
  rules.td_open = rules.th_open = (tokens, index, options, _env, self) =>
    `${self.renderToken(tokens, index, options)}${tokens[index + 1]?.content === '' ? '&nbsp;' : ''}`;
  return md;
}

const PICTURE = /!\[[^\]\n]{0,200}\]\([^)\n]{0,2000}\)/y;

/** A picture, which would become a link behind an exclamation mark, or the sign between two numbers: 5*3*2. */
function writtenAt(text: string, at: number): string | undefined {
  if (text[at] === '*') return /^\w\*\w$/.test(text.slice(at - 1, at + 2)) ? '*' : undefined;
  PICTURE.lastIndex = at;
  return PICTURE.exec(text)?.[0];
}
