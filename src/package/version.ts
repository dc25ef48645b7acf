import manifest from '../../package.json' with { type: 'json' };

/** The version of this tool. */
export const VERSION: string = manifest.version;

/** Where one reads about it, once package.json says. */
export const HOMEPAGE: string | undefined = (manifest as { homepage?: string }).homepage;
