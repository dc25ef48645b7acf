/** The entry of light.cjs, which lacks the commands that need browser, templates or fonts, and of whole.cjs. */
export { main } from './process.ts';
export { warmUp } from './warm-up.ts';
