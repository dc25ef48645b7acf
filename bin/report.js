#!/usr/bin/env node
// CommonJS (see the package.json in this folder), because Node starts it faster than an ES module.
const { start } = require('../dist/start.cjs');

start(process);
