// Given to node with --require: writes every file that is loaded or read, and every module of Node, to the file in RECORD_LOADS.
const fs = require('node:fs')
const Module = require('node:module')

const seen = new Set()
const { readFileSync, openSync, writeFileSync } = fs
const { _load: load } = Module

Module._load = function (request, parent, ...rest) {
  let name = request
  try {
    name = Module._resolveFilename(request, parent)
  } catch {} // a module that is not there; loading it says so
  if (name !== __filename) seen.add(name)
  return load.call(this, request, parent, ...rest)
}
fs.readFileSync = (path, ...rest) => {
  if (typeof path === 'string') seen.add(path)
  return readFileSync(path, ...rest)
}
fs.openSync = (path, ...rest) => {
  seen.add(String(path))
  return openSync(path, ...rest)
}
process.on('exit', () => writeFileSync(process.env.RECORD_LOADS, JSON.stringify([...seen])))
