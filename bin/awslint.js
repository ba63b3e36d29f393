#!/usr/bin/env node

// Where Node can keep compiled code between runs (22.1 and newer), it starts faster from the second time on.
require('node:module').enableCompileCache?.()
require('../dist/cli.cjs')
