// Vitest ends a worker by SIGTERM, which by itself would skip what is to be done when the process exits: a browser is
// stopped then, and temporary folders are removed.
process.once('SIGTERM', () => process.exit());
