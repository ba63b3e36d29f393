#!/usr/bin/env node

// Compiled code is kept between runs: by Node itself where it can (22.1 and newer), else by us.
const { enableCompileCache } = require('node:module')
if (enableCompileCache) enableCompileCache()
else if (!process.env.NODE_DISABLE_COMPILE_CACHE) require('../dist/code-cache.cjs')
require('../dist/cli.cjs')
