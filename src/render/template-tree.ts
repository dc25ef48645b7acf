import type Handlebars from 'handlebars';

// What Handlebars' own types leave open of a parsed template.

export type ParsedTemplate = ReturnType<typeof Handlebars.parse>;
export type TemplateStatement = ParsedTemplate['body'][number];
export interface Located {
  readonly loc: { readonly start: { readonly line: number; readonly column: number } };
}
export interface NamePath extends Located {
  readonly type: string;
  readonly original: string;
  readonly data?: boolean;
  readonly depth?: number;
  readonly parts: readonly string[];
}
export interface Call extends Located {
  readonly type: string;
  readonly path: NamePath;
  readonly params: readonly NamePath[];
  readonly hash?: { readonly pairs: readonly { readonly key: string }[] };
  readonly name: { readonly type: string; readonly original: string };
  readonly program?: ParsedTemplate;
  readonly inverse?: ParsedTemplate;
}
