/** The modules that a TypeScript file names, type imports and lazy ones included. */
export function importsOf(source: string): string[] {
  const patterns = [
    /^import\b[^'"]*['"]([^'"]+)['"]/gm,
    /^export\b[^'"(]*\bfrom\s+['"]([^'"]+)['"]/gm,
    /\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g,
  ]
  return patterns.flatMap((pattern) => [...source.matchAll(pattern)].map((match) => match[1] as string))
}

/** The names that a TypeScript file imports from modules whose names match, or exports on: as they are called in `#rule`. */
export function namesFrom(word: 'import' | 'export', source: string, module: RegExp): string[] {
  const clauses = source.matchAll(new RegExp(`^${word} (?:type )?\\{([^}]*)\\} from '([^']+)'`, 'gm'))
  return [...clauses].flatMap(([, list = '', from = '']) => {
    if (!module.test(from)) return []
    const names = list.split(',').map((part) => part.trim().replace(/^type /, ''))
    return names.filter((name) => name !== '').map((name) => name.split(' as ').at(word === 'import' ? 0 : -1) as string)
  })
}
