/** Compiled by the build from the templates of `templates/official`: what `Handlebars.template` takes, by file. */
export const templates: Readonly<Record<string, unknown>>;
/** Of the sources they were compiled from, as `hashOf` makes it. */
export const hash: string;
