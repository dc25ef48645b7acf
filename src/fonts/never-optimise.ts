import { setFlagsFromString } from 'node:v8';

/**
 * V8 would spend some 300 ms of processor time on optimising functions of harfbuzz that run once or twice,
 * and everything else in the process waits for it; the baseline code subsets in the same 4 to 8 ms.
 *
 * Compiled code that was kept under one set of flags is not accepted under another: `cli/start/` sets this one
 * before it loads a program with fonts.
 */
export const neverOptimiseWasm = (): void => setFlagsFromString('--wasm-tiering-budget=1000000000');
