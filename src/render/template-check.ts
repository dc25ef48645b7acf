import { closest, distance } from 'fastest-levenshtein';
import Handlebars from 'handlebars';
import type { Text } from '../diagnostics/text.ts';
import { type Fields, type Shape, TEMPLATE_DATA } from './template-data.ts';

/** A mistake in a template. */
export interface TemplateFault {
  /** For example `report.hbs` or `partials/section.hbs`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: Text;
  readonly hint?: Text;
}

/** The sources of a template by file name: the pages and `partials/NAME.hbs`. */
export type TemplateSources = ReadonlyMap<string, string>;

const PAGES = ['report.hbs', 'fragment.hbs'];
const HELPERS = ['if', 'unless', 'each', 'with'];
const OF_LOOPS = new Set(['index', 'key', 'first', 'last']);

/** Finds unknown names, partials and helpers, and files that cannot be parsed. */
export function checkTemplates(sources: TemplateSources): TemplateFault[] {
  const checker = new Checker(sources);
  for (const page of PAGES) checker.check(page, [TEMPLATE_DATA]);
  return [...checker.faults.values()];
}

type ParsedTemplate = ReturnType<typeof Handlebars.parse>;
type TemplateStatement = ParsedTemplate['body'][number];
interface Located {
  readonly loc: { readonly start: { readonly line: number; readonly column: number } };
}
interface NamePath extends Located {
  readonly type: string;
  readonly original: string;
  readonly data?: boolean;
  readonly depth?: number;
  readonly parts: readonly string[];
}
interface Call extends Located {
  readonly type: string;
  readonly path: NamePath;
  readonly params: readonly NamePath[];
  readonly hash?: { readonly pairs: readonly { readonly key: string }[] };
  readonly name: { readonly type: string; readonly original: string };
  readonly program?: ParsedTemplate;
  readonly inverse?: ParsedTemplate;
}

class Checker {
  readonly faults = new Map<string, TemplateFault>();
  readonly #sources: TemplateSources;
  readonly #programs = new Map<string, ParsedTemplate | undefined>();
  readonly #seen = new Map<string, Set<Shape>>();
  #file = '';

  constructor(sources: TemplateSources) {
    this.#sources = sources;
  }

  /** Checks a file with the shapes of its data. The last of `scopes` is the current one. */
  check(file: string, scopes: readonly Shape[]): void {
    const scope = scopes.at(-1) as Shape;
    const seen = this.#seen.get(file) ?? new Set();
    const program = this.#programOf(file);
    if (seen.has(scope) || !program) return;
    this.#seen.set(file, seen.add(scope));
    const outer = this.#file;
    this.#file = file;
    this.#walk(program, scopes);
    this.#file = outer;
  }

  #programOf(file: string): ParsedTemplate | undefined {
    if (this.#programs.has(file)) return this.#programs.get(file);
    const program = this.#parse(file, this.#sources.get(file) ?? '');
    this.#programs.set(file, program);
    return program;
  }

  #parse(file: string, source: string): ParsedTemplate | undefined {
    try {
      return Handlebars.parse(source);
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      const line = Number(/line (\d+)/u.exec(said)?.[1] ?? /- (\d+):\d+/u.exec(said)?.[1] ?? 1);
      this.#add(file, { loc: { start: { line, column: 0 } } }, NOT_PARSED);
      return undefined;
    }
  }

  #walk({ body }: ParsedTemplate, scopes: readonly Shape[]): void {
    for (const statement of body as readonly TemplateStatement[]) this.#statement(statement as unknown as Call, scopes);
  }

  #statement(call: Call, scopes: readonly Shape[]): void {
    if (call.type === 'MustacheStatement') this.#mustache(call, scopes);
    else if (call.type === 'BlockStatement') this.#block(call, scopes);
    else if (call.type === 'PartialStatement') this.#partial(call, scopes);
    else if (call.type !== 'ContentStatement' && call.type !== 'CommentStatement') this.#fault(call, UNSUPPORTED);
  }

  #mustache(call: Call, scopes: readonly Shape[]): void {
    if (call.params.length > 0) this.#fault(call, noHelper(call.path.original));
    else this.#resolve(call.path, scopes);
  }

  #block(call: Call, scopes: readonly Shape[]): void {
    const { path, params, program, inverse } = call;
    const [param] = params;
    if (!HELPERS.includes(path.original) || !param) {
      this.#fault(call, noHelper(path.original));
      return;
    }
    const value = this.#resolve(param, scopes);
    const inner = path.original === 'each' ? elementOf(value) : path.original === 'with' ? value : undefined;
    if (program) this.#walk(program, inner ? [...scopes, inner] : scopes);
    if (inverse) this.#walk(inverse, scopes);
  }

  #partial(call: Call, scopes: readonly Shape[]): void {
    const { name, params, hash } = call;
    const file = `partials/${name.original}.hbs`;
    const isKnown = name.type === 'PathExpression' && this.#sources.has(file);
    if (!isKnown) this.#fault(call, name.type === 'PathExpression' ? noPartial(name.original) : UNSUPPORTED);
    const scope = params[0] ? this.#resolve(params[0], scopes) : scopes.at(-1);
    if (scope && isKnown)
      this.check(file, [...scopes.slice(0, -1), withNames(scope, hash?.pairs.map(({ key }) => key) ?? [])]);
  }

  /** The shape of the value at a path; undefined if it is not known. */
  #resolve(path: NamePath, scopes: readonly Shape[]): Shape | undefined {
    if (path.type !== 'PathExpression') return 'text';
    const [first = '', ...rest] = path.parts;
    if (path.data && OF_LOOPS.has(first)) return 'text';
    const isRoot = path.data && first === 'root';
    if (path.data && !isRoot) return this.#unknown(path, first, {});
    let here: Shape | undefined = isRoot ? TEMPLATE_DATA : scopes.at(-1 - (path.depth ?? 0));
    for (const part of isRoot ? rest : path.parts) {
      if (!here) return undefined;
      if (here !== 'text' && 'each' in here && part === 'length') return 'text';
      const fields: Fields = here !== 'text' && 'fields' in here ? here.fields : {};
      const field = Object.hasOwn(fields, part) ? fields[part] : undefined;
      if (!field) return this.#unknown(path, part, fields);
      here = field[2];
    }
    return here;
  }

  #unknown(path: NamePath, part: string, fields: Fields): undefined {
    this.#fault(path, noName(path.original, part, Object.keys(fields)));
    return undefined;
  }

  #fault(place: Located, said: FaultWords): void {
    this.#add(this.#file, place, said);
  }

  #add(file: string, { loc: { start } }: Located, said: FaultWords): void {
    const fault = { file, line: start.line, column: start.column + 1, ...said };
    this.faults.set(`${file}:${fault.line}:${fault.column}`, fault);
  }
}

type FaultWords = Pick<TemplateFault, 'message' | 'hint'>;

const elementOf = (shape: Shape | undefined): Shape =>
  shape && shape !== 'text' && 'each' in shape ? shape.each : 'text';

/** Adds the names that a call such as `{{> row kind="x"}}` defines. */
function withNames(shape: Shape, names: readonly string[]): Shape {
  if (names.length === 0 || shape === 'text' || 'each' in shape) return shape;
  const given = names.map((name) => [name, ['', '', 'text']] as const);
  return { fields: { ...shape.fields, ...Object.fromEntries(given) } };
}

const NOT_PARSED: FaultWords = {
  message: { zh: '花括号没有配成对，或者里面写的认不得', en: 'The braces do not match, or their content is invalid' },
  hint: {
    zh: '每个 {{#if}}、{{#each}} 都要有 {{/if}}、{{/each}}',
    en: 'Each {{#if}} and {{#each}} needs its {{/if}} or {{/each}}',
  },
};
const UNSUPPORTED: FaultWords = {
  message: { zh: '模板里不能用这种写法', en: 'Templates cannot use this syntax' },
  hint: {
    zh: '可以用 {{名字}}、{{#if}}、{{#unless}}、{{#each}}、{{#with}}、{{> 片段}}',
    en: 'Use {{name}}, {{#if}}, {{#unless}}, {{#each}}, {{#with}}, {{> partial}}',
  },
};
const noHelper = (name: string): FaultWords => ({
  ...UNSUPPORTED,
  message: { zh: `没有“${name}”这种写法`, en: `There is no helper "${name}"` },
});
const noPartial = (name: string): FaultWords => ({
  message: { zh: `没有片段 partials/${name}.hbs`, en: `There is no partials/${name}.hbs` },
});

function noName(path: string, part: string, known: readonly string[]): FaultWords {
  const near = known.length > 0 ? closest(part, [...known]) : '';
  const hint =
    near !== '' && distance(near, part) <= 2
      ? { zh: `是不是 ${near}？`, en: `Did you mean ${near}?` }
      : { zh: `这里有：${known.join('、') || '没有别的名字'}`, en: `Names here: ${known.join(', ') || 'none'}` };
  return { message: { zh: `没有“${path}”这个名字`, en: `There is no name "${path}"` }, hint };
}
