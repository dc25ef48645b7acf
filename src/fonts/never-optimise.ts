/**
 * Stops V8 from optimizing functions of harfbuzz that run only once or twice. That would take about 300 ms of processor
 * time, during which the rest of the process waits; unoptimized code makes a subset in the same 4 to 8 ms.
 *
 * Compiled code that was kept under one set of flags is not accepted under another: `cli/start/` sets this one
 * before it loads a program with fonts. The light commands don't: loading node:v8 takes 5 ms.
 */
export const neverOptimiseWasm = (): void =>
  process.getBuiltinModule('node:v8').setFlagsFromString('--wasm-tiering-budget=1000000000');
