import type { Reporter } from './report.ts'
export const sarif: Reporter = () => ''
