import manifest from '../../package.json' with { type: 'json' };

/** The version of this tool. */
export const VERSION: string = manifest.version;

/** The home page of this tool, if package.json has one. */
export const HOMEPAGE: string | undefined = (manifest as { homepage?: string }).homepage;
