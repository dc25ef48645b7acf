import { basename } from 'node:path';
import type Handlebars from 'handlebars';
import * as runtime from 'handlebars/runtime.js';
import { hash, templates } from './official-templates.js';
import { COMPILE_OPTIONS, hashOfTemplates, textOf } from './template-sources.ts';

/** A page with these names filled in. */
export type TemplateProgram = (data: Readonly<Record<string, unknown>>) => string;

const RUN_OPTIONS = { allowProtoPropertiesByDefault: false };

type Compile = (name: string) => HandlebarsTemplateDelegate;

/**
 * The pages among some sources, by their names. Ours were compiled by the build, which saves a third of what rendering
 * takes; others are compiled now, for which the compiler is loaded.
 */
export async function programsOf(sources: ReadonlyMap<string, string>): Promise<(page: string) => TemplateProgram> {
  const { handlebars, compile } = hashOfTemplates(sources) === hash ? compiledAlready() : await compiledNow(sources);
  for (const name of sources.keys())
    if (name.startsWith('partials/')) handlebars.registerPartial(basename(name, '.hbs'), compile(name));
  return (page) => {
    const template = compile(page);
    return (data) => template(data, RUN_OPTIONS);
  };
}

interface Compiled {
  readonly handlebars: typeof Handlebars;
  readonly compile: Compile;
}

function compiledAlready(): Compiled {
  // Its types are those of the whole library, which it declares without a name.
  const handlebars = (runtime as unknown as { readonly default: typeof Handlebars }).default.create();
  return { handlebars, compile: (name) => handlebars.template(templates[name] as TemplateSpecification) };
}

async function compiledNow(sources: ReadonlyMap<string, string>): Promise<Compiled> {
  const handlebars = (await import('handlebars')).default.create();
  return { handlebars, compile: (name) => handlebars.compile(textOf(name, sources.get(name) ?? ''), COMPILE_OPTIONS) };
}
