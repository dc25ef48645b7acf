/** The templates of `templates/official`, by file, compiled by the build for `Handlebars.template`. */
export const templates: Readonly<Record<string, unknown>>;
/** The `hashOfTemplates` of their sources. */
export const hash: string;
