#!/usr/bin/env node
// CommonJS, as the package.json beside it says: Node starts an ES module later.
const { start } = require('../dist/start.cjs');

start(process);
