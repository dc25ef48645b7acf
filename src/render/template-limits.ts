import type Handlebars from 'handlebars';
import { UserError } from '../diagnostics/user-error.ts';

/** Far more than the longest report takes, and done within seconds: pieces of templates filled in, and characters. */
const MOST_PIECES = 1_000_000;
const MOST_CHARACTERS = 100_000_000;
/** Characters of a page. */
const LONGEST = 20_000_000;

type Program = HandlebarsTemplateDelegate;

/**
 * Counts what templates fill in, so that loops inside loops end: each round of a loop and each use of a partial costs as
 * much as its file has braces. `pathOf` names a file in the message.
 */
export class TemplateLimits {
  readonly #pathOf: (name: string) => string;
  readonly #open: { readonly name: string; readonly cost: number }[] = [];
  #pieces = 0;
  #characters = 0;

  constructor(pathOf: (name: string) => string) {
    this.#pathOf = pathOf;
  }

  /** A page; whatever goes wrong while it is filled in is told with its file. */
  page(name: string, source: string, program: Program): Program {
    return (...args) => {
      this.#open.length = this.#pieces = this.#characters = 0;
      const counted = this.partial(name, source, program);
      try {
        const html = counted(...args);
        if (html.length > LONGEST) throw this.#tooMuch();
        return html;
      } catch (error) {
        if (error instanceof UserError) throw error;
        // A string longer than JavaScript can have, or calls inside each other.
        throw error instanceof RangeError ? this.#tooMuch() : this.#failed(error);
      }
    };
  }

  partial(name: string, source: string, program: Program): Program {
    const file = { name, cost: source.split('{{').length };
    return (...args) => {
      this.#open.push(file);
      const printed = this.#count(() => program(...args));
      this.#open.pop();
      return printed;
    };
  }

  /** Handlebars' own `each`, counted. */
  each(handlebars: typeof Handlebars): void {
    const each = handlebars.helpers.each as Handlebars.HelperDelegate;
    const count = (work: () => string) => this.#count(work);
    handlebars.registerHelper('each', function (this: unknown, list: unknown, options: Handlebars.HelperOptions) {
      const fn: Handlebars.TemplateDelegate = (...args) => count(() => options.fn(...args));
      return each.call(this, list, { ...options, fn });
    });
  }

  #count(work: () => string): string {
    this.#pieces += this.#open.at(-1)?.cost ?? 1;
    const printed = work();
    this.#characters += printed.length;
    if (this.#pieces > MOST_PIECES || this.#characters > MOST_CHARACTERS) throw this.#tooMuch();
    return printed;
  }

  #tooMuch(): UserError {
    const path = this.#path();
    return new UserError(
      { zh: `模板 ${path} 印出的内容太多`, en: `The template ${path} prints too much` },
      {
        zh: '请检查重复的 {{名字}}、{{#each}} 里面的 {{#each}} 和片段：是不是把整份报告重复印了许多次',
        en: 'Look at names that are repeated, and at {{#each}} and partials inside {{#each}}: do they print the whole report again and again?',
      },
    );
  }

  #failed(cause: unknown): UserError {
    const path = this.#path();
    const said = cause instanceof Error ? cause.message : String(cause);
    return new UserError(
      { zh: `模板 ${path} 填不进报告：${said}`, en: `The template ${path} can't be filled in: ${said}` },
      {
        zh: '请和 report template --eject 取出的官方模板比较',
        en: 'Compare it with the official template: report template --eject DIR',
      },
      { cause },
    );
  }

  #path = (): string => this.#pathOf(this.#open.at(-1)?.name ?? 'report.hbs');
}
