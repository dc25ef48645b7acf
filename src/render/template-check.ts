import { closest, distance } from 'fastest-levenshtein';
import Handlebars from 'handlebars';
import type { Text } from '../diagnostics/text.ts';
import { type Fields, type Shape, TEMPLATE_DATA } from './template-data.ts';
import { SHOWN } from './template-sources.ts';
import type { Call, Located, NamePath, ParsedTemplate, TemplateStatement } from './template-tree.ts';

/** A mistake in a template. */
export interface TemplateFault {
  /** For example `report.hbs` or `partials/section.hbs`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: Text;
  readonly hint: Text;
}

/** The sources of a template by file name: the pages and `partials/NAME.hbs`. */
export type TemplateSources = ReadonlyMap<string, string>;

const PAGES = ['report.hbs', 'fragment.hbs', 'review.hbs'];
const HELPERS = ['if', 'unless', 'each', 'with'];
const OF_LOOPS = new Set(['index', 'key', 'first', 'last']);

/** Finds unknown names, partials and helpers, and files that cannot be parsed. */
export function checkTemplates(sources: TemplateSources): TemplateFault[] {
  const checker = new Checker(sources);
  for (const page of PAGES) checker.check(page, [TEMPLATE_DATA]);
  return [...checker.faults.values()];
}

/** Blocks and partials inside each other, and partials looked at: a report needs far fewer. */
const DEEPEST = 100;
const MOST = 10_000;
/** Braces in one file. Handlebars makes one function of a file, however long it is. */
const MOST_BRACES = 10_000;
/** `{{else if}}` in one file. */
const MOST_CHAINED = 500;

class Checker {
  readonly faults = new Map<string, TemplateFault>();
  readonly #sources: TemplateSources;
  readonly #partials: readonly string[];
  readonly #programs = new Map<string, ParsedTemplate | undefined>();
  readonly #seen = new Map<string, Set<Shape>>();
  /** The page, and the partials inside each other that led here. */
  readonly #open: string[] = [];
  #depth = 0;
  #count = 0;

  constructor(sources: TemplateSources) {
    this.#sources = sources;
    this.#partials = [...sources.keys()].flatMap((file) => /^partials\/(.*)\.hbs$/u.exec(file)?.[1] ?? []);
  }

  /** Checks a file with the shapes of its data. The last of `scopes` is the current one. */
  check(file: string, scopes: readonly Shape[]): void {
    const scope = scopes.at(-1) as Shape;
    const seen = this.#seen.get(file) ?? new Set();
    const program = this.#programOf(file);
    if (seen.has(scope) || !program) return;
    this.#seen.set(file, seen.add(scope));
    this.#open.push(file);
    this.#walk(program, scopes);
    this.#open.pop();
  }

  #programOf(file: string): ParsedTemplate | undefined {
    if (this.#programs.has(file)) return this.#programs.get(file);
    const program = this.#parse(file, this.#sources.get(file) ?? '');
    this.#programs.set(file, program);
    return program;
  }

  #parse(file: string, source: string): ParsedTemplate | undefined {
    const deep = tooDeepAt(source);
    if (deep !== undefined) {
      this.#add(file, { loc: { start: { line: source.slice(0, deep).split('\n').length, column: 0 } } }, TOO_DEEP);
      return undefined;
    }
    if (source.split('{{').length > MOST_BRACES) {
      this.#add(file, { loc: { start: { line: 1, column: 0 } } }, TOO_MANY);
      return undefined;
    }
    try {
      return Handlebars.parse(source);
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      const words = error instanceof RangeError ? TOO_DEEP : NOT_PARSED;
      const line = Number(/line (\d+)/u.exec(said)?.[1] ?? /- (\d+):\d+/u.exec(said)?.[1] ?? 1);
      this.#add(file, { loc: { start: { line, column: 0 } } }, words);
      return undefined;
    }
  }

  #walk({ body }: ParsedTemplate, scopes: readonly Shape[]): void {
    this.#depth++;
    for (const statement of body as readonly TemplateStatement[]) {
      if (this.faults.size >= SHOWN) break;
      this.#statement(statement as unknown as Call, scopes);
    }
    this.#depth--;
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
    if (!HELPERS.includes(path.original) || !param || params.length > 1) {
      this.#fault(call, noHelper(path.original));
      return;
    }
    if (param.type === 'SubExpression') this.#fault(call, UNSUPPORTED);
    if (this.#depth >= DEEPEST) {
      this.#fault(call, TOO_DEEP);
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
    const fault = this.#faultOfPartial(call, file);
    if (fault) this.#fault(call, fault);
    const scope = params[0] ? this.#resolve(params[0], scopes) : scopes.at(-1);
    if (scope && !fault)
      this.check(file, [...scopes.slice(0, -1), withNames(scope, hash?.pairs.map(({ key }) => key) ?? [])]);
  }

  #faultOfPartial({ name, params }: Call, file: string): FaultWords | undefined {
    if (name.type !== 'PathExpression' || params.length > 1) return UNSUPPORTED;
    if (!this.#sources.has(file)) return noPartial(name.original, this.#partials);
    if (this.#open.includes(file)) return inCircle([...this.#open.slice(this.#open.indexOf(file)), file]);
    return this.#depth >= DEEPEST || ++this.#count > MOST ? TOO_DEEP : undefined;
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
    this.#add(this.#open.at(-1) ?? '', place, said);
  }

  #add(file: string, { loc: { start } }: Located, said: FaultWords): void {
    const fault = { file, line: start.line, column: start.column + 1, ...said };
    this.faults.set(`${file}:${fault.line}:${fault.column}`, fault);
  }
}

/** Where blocks get too deep for the parser, whose time grows with the square of their depth. */
function tooDeepAt(source: string): number | undefined {
  let depth = 0;
  let chained = 0;
  for (const { 0: tag, index } of source.matchAll(/\{\{~?(?:[#^/]\s*[^}~\s]|else\s+\w)/g)) {
    if (tag.includes('else')) chained++;
    else depth += tag.includes('/') ? -1 : 1;
    if (depth > DEEPEST || chained > MOST_CHAINED) return index;
  }
  return undefined;
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
const TOO_DEEP: FaultWords = {
  message: {
    zh: `块和片段一层套一层，超过 ${DEEPEST} 层，或者套得太多`,
    en: `Blocks and partials are nested more than ${DEEPEST} deep, or too often`,
  },
  hint: {
    zh: '请减少 {{#if}}、{{#each}} 和 {{> 片段}} 的层数',
    en: 'Use fewer levels of {{#if}}, {{#each}} and {{> partial}}',
  },
};
const TOO_MANY: FaultWords = {
  message: { zh: `花括号超过 ${MOST_BRACES} 处`, en: `The file has more than ${MOST_BRACES} pairs of braces` },
  hint: { zh: '请去掉重复的内容，列表用 {{#each}} 来写', en: 'Remove what is repeated; write lists with {{#each}}' },
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
const noPartial = (name: string, known: readonly string[]): FaultWords => ({
  message: { zh: `没有片段 partials/${name}.hbs`, en: `There is no partials/${name}.hbs` },
  hint: nearest(name, known) ?? {
    zh: '请去掉这一处，或者在模板文件夹里加上这个文件',
    en: 'Remove this, or add the file to the template folder',
  },
});

/** The known name that differs in one or two letters. */
function nearest(name: string, known: readonly string[]): Text | undefined {
  const near = known.length > 0 ? closest(name, [...known]) : '';
  if (near === '' || distance(near, name) > 2) return undefined;
  return { zh: `是不是 ${near}？`, en: `Did you mean ${near}?` };
}

/** Report data is not nested in itself, so that no partial needs to be. */
function inCircle(files: readonly string[]): FaultWords {
  const path = (files.length > 8 ? [...files.slice(0, 4), '…', ...files.slice(-3)] : files).join(' → ');
  return {
    message: { zh: `片段用到它自己：${path}`, en: `A partial includes itself: ${path}` },
    hint: {
      zh: '请去掉这一处，列表用 {{#each}} 来写',
      en: 'Remove this one; write lists with {{#each}}',
    },
  };
}

function noName(path: string, part: string, known: readonly string[]): FaultWords {
  const hint = nearest(part, known) ?? {
    zh: `这里有：${known.join('、') || '没有别的名字'}`,
    en: `Names here: ${known.join(', ') || 'none'}`,
  };
  return { message: { zh: `没有“${path}”这个名字`, en: `There is no name "${path}"` }, hint };
}
