export * from '../../src/dev/built.ts'
