/** The folder of finished files in the cache folder. */
export const BUILT = 'built';
