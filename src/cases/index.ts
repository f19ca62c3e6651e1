export { presentCases } from "./present.ts"
export type { CaseRow, CasesTables, Category, FieldValue, Priority } from "./tables.ts"
export { type CaseView, caseView } from "./views.ts"
