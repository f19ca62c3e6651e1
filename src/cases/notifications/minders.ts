import type { CaseRow } from "../tables.ts"

/** Whoever owns a case or follows it. */
export const minders = ({ owner_id, followers }: Pick<CaseRow, "owner_id" | "followers">): string[] => [
  ...(owner_id ? [owner_id] : []),
  ...followers,
]
