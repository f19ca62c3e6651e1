import type { Generated } from "kysely"
import type { Language } from "#words"

/** One row; see migrations/0014-company.sql. */
export type CompanyTables = {
  company: CompanyTable
}

interface CompanyTable {
  single: Generated<boolean>
  name: Generated<string>
  language: Generated<Language>
  time_zone: string | null
  logo: Buffer | null
  logo_type: "image/png" | "image/jpeg" | "image/webp" | null
  skipped: Generated<string[]>
  finished_at: Date | null
  updated_at: Date
}
