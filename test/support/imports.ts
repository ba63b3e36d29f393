/** The modules that a TypeScript file names, type imports and lazy ones included. */
export function importsOf(source: string): string[] {
  const patterns = [
    /^import\b[^'"]*['"]([^'"]+)['"]/gm,
    /^export\b[^'"(]*\bfrom\s+['"]([^'"]+)['"]/gm,
    /\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g,
  ]
  return patterns.flatMap((pattern) => [...source.matchAll(pattern)].map((match) => match[1] as string))
}
