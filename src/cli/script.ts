/** The entry point of whole.cjs, and of light.cjs, which lacks the commands that need the browser, templates or fonts. */
export { main } from './process.ts';
export { serve } from './serve.ts';
export { warmUp } from './warm-up.ts';
