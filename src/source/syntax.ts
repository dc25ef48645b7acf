import { type Document, isCollection, isScalar, visit, type YAMLError } from 'yaml';
import type { Finding } from '../diagnostics/diagnostic.ts';
import type { Text } from '../diagnostics/text.ts';
import type { FindingAt } from './forbidden.ts';
import {
  BRACES,
  BY_CODE,
  DASH,
  hasDash,
  QUOTE,
  unclosed,
  type YamlMessage,
  yamlSyntax,
  yamlTab,
} from './yaml-rules.ts';

/** The first syntax error of a text. */
export interface SyntaxFault {
  readonly finding: Finding;
  /** Where the parser noticed it. */
  readonly offset: number;
  /** The finding names what is wrong, so that nothing else has to be looked for. */
  readonly isCertain: boolean;
}

/** The first syntax error, if any. Errors of the parser after the first are often wrong. */
export function syntaxError(document: Document.Parsed, text: string, findingAt: FindingAt): SyntaxFault | undefined {
  const [error] = document.errors;
  if (!error) return undefined;
  const [start, end] = error.pos;
  const opened = isUnclosed(error) ? openedAt(document, start) : undefined;
  if (opened !== undefined)
    return { finding: findingAt(unclosed(text[opened] ?? ''), opened, opened + 1), offset: start, isCertain: false };
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', start);
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
  const message = messageOf(error, line);
  const isCertain = message.rule !== yamlSyntax && message.rule !== yamlTab;
  // The parser reports a place after the braces, but the braces have to change.
  const braces = message === BRACES ? lineStart + line.indexOf('{{') : undefined;
  const finding = braces === undefined ? findingAt(message, start, end) : findingAt(message, braces, braces + 2);
  return { finding, offset: start, isCertain };
}

const NOT_YAML: Text = { zh: '这一行不合 YAML 的语法', en: 'This line is not valid YAML' };

function messageOf({ code }: YAMLError, line: string): YamlMessage {
  const known = BY_CODE[code];
  if (known && known.rule !== yamlSyntax) return known;
  if (line.includes('{{')) return BRACES;
  if (hasDash(line)) return DASH;
  return { rule: yamlSyntax, message: known?.message ?? NOT_YAML, hint: known?.hint ?? QUOTE };
}

/** The parser notices an unclosed quote or bracket only lines later: at the end of the file or at a smaller indentation. */
const isUnclosed = ({ code, message }: YAMLError): boolean =>
  (code === 'MISSING_CHAR' && /closing|end with/u.test(message)) ||
  (code === 'BAD_INDENT' && message.startsWith('Flow '));

/** The offset at which the innermost quote or bracket around an offset was opened. */
function openedAt(document: Document.Parsed, offset: number): number | undefined {
  let opened: number | undefined;
  visit(document, {
    Node(_, node) {
      const quoted = isScalar(node) && node.type?.startsWith('QUOTE');
      const flow = isCollection(node) && node.flow;
      const [start = 0, , end = 0] = node.range ?? [];
      if ((quoted || flow) && start < offset && offset <= end) opened = start;
    },
  });
  return opened;
}
