/** The entry of the light bundle: the program without the commands that need browser, templates or fonts. */
export { main } from './process.ts';
export { warmUp } from './warm-up.ts';
