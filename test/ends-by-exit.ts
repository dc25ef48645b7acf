// Vitest ends a worker with SIGTERM, which skips the listeners of `exit`. They stop the browser and remove temporary folders.
process.once('SIGTERM', () => process.exit());
