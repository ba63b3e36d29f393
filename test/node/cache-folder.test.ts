import { expect, test } from 'vitest'
import { cacheFolder } from '../../src/node/cache-folder.ts'

test('what is kept lies where the user wants it, never in the working directory', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/x', HOME: '/home/me' })).toBe('/x/awslint')
  expect(cacheFolder({ XDG_CACHE_HOME: 'x', HOME: '/home/me' })).toBe('/home/me/.cache/awslint')
  expect(cacheFolder({ XDG_CACHE_HOME: '', HOME: '', USERPROFILE: 'C:\\Users\\me' })).toBe('C:\\Users\\me/.cache/awslint')
  for (const nowhere of [{}, { HOME: '' }, { HOME: '.' }]) expect(cacheFolder(nowhere)).toBeUndefined()
})
