export * from '../../src/dev/lint-fixture.ts'
