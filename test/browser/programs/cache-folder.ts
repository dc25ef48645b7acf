/** Prints the cache folder as JSON. */
import { cacheFolder } from '../../../src/cache/cache-folder.ts';

process.stdout.write(JSON.stringify({ folder: cacheFolder(process.env) }));
