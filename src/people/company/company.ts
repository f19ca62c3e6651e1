import type { Updateable } from "kysely"
import { type FieldProblem, Invalid, isTimeZone, type Reader, type Tx } from "#platform"
import type { Language } from "#words"
import type { Actor } from "../actor.ts"
import { requireRole } from "../rights.ts"
import type { CompanyTables } from "./tables.ts"

/** Who runs this Vigie, as customers and colleagues see it. */
export interface Company {
  /** Empty: it hasn't said. */
  name: string
  language: Language
  /** Null: it hasn't said; the setting VIGIE_TIME_ZONE counts. */
  timeZone: string | null
  /** Changes with the logo, so that a browser can keep it; null: there is none. */
  logo: string | null
  /** Steps of setting up that were left out. */
  skipped: string[]
  finishedAt: Date | null
}

const NOTHING: Company = { name: "", language: "en", timeZone: null, logo: null, skipped: [], finishedAt: null }

/** The company's name, language, zone and logo, for whatever shows them: mails, public pages, figures. */
export async function company(reader: Reader): Promise<Company> {
  const row = await table(reader)
    .selectFrom("company")
    .select(["name", "language", "time_zone", "logo_type", "skipped", "finished_at", "updated_at"])
    .executeTakeFirst()
  if (!row) return NOTHING
  const logo = row.logo_type ? String(row.updated_at.getTime()) : null
  return { name: row.name, language: row.language, timeZone: row.time_zone, logo, skipped: row.skipped, finishedAt: row.finished_at }
}

/** By whose clocks the company's days begin; where it hasn't said, by those of the setting VIGIE_TIME_ZONE. */
export async function companyZone(reader: Reader, setting: string): Promise<string> {
  return (await company(reader)).timeZone ?? setting
}

export interface CompanyChange {
  name?: string | undefined
  language?: Language | undefined
  timeZone?: string | null | undefined
  skipped?: string[] | undefined
  finished?: boolean | undefined
}

/** @throws Forbidden for all but administrators, Invalid for a time zone that isn't one */
export async function changeCompany(actor: Actor, tx: Tx, change: CompanyChange): Promise<Company> {
  requireRole(actor, "admin")
  const problems: FieldProblem[] =
    change.timeZone && !isTimeZone(change.timeZone) ? [{ path: "timeZone", key: "people.company.timeZone" }] : []
  if (problems.length) throw new Invalid("request.invalid", {}, problems)
  const columns = {
    ...(change.name === undefined ? {} : { name: change.name.trim() }),
    ...(change.language === undefined ? {} : { language: change.language }),
    ...(change.timeZone === undefined ? {} : { time_zone: change.timeZone }),
    ...(change.skipped === undefined ? {} : { skipped: [...new Set(change.skipped)] }),
    ...(change.finished === undefined ? {} : { finished_at: change.finished ? tx.now : null }),
  }
  await keep(tx, columns)
  await tx.record({ kind: "company.changed", actor: actor.ref, about: {}, audience: "all", data: { changed: Object.keys(change) } })
  return company(tx)
}

export interface Logo {
  type: "image/png" | "image/jpeg" | "image/webp"
  bytes: Buffer
}

/** Takes a picture for mails and public pages, or takes it away. @throws Invalid when it is too large or none of ours */
export async function changeLogo(actor: Actor, tx: Tx, bytes: Buffer | null): Promise<Company> {
  requireRole(actor, "admin")
  const type = bytes && pictureType(bytes)
  if (bytes && !type) throw new Invalid("people.company.logo", {}, [{ path: "logo", key: "people.company.logo" }])
  await keep(tx, { logo: bytes, logo_type: type })
  await tx.record({ kind: "company.changed", actor: actor.ref, about: {}, audience: "all", data: { changed: ["logo"] } })
  return company(tx)
}

export async function readLogo(reader: Reader): Promise<Logo | null> {
  const row = await table(reader).selectFrom("company").select(["logo", "logo_type"]).executeTakeFirst()
  return row?.logo && row.logo_type ? { type: row.logo_type, bytes: row.logo } : null
}

type Columns = Omit<Updateable<CompanyTables["company"]>, "single" | "updated_at">

async function keep(tx: Tx, columns: Columns): Promise<void> {
  await table(tx)
    .insertInto("company")
    .values({ ...columns, updated_at: tx.now })
    .onConflict((conflict) => conflict.column("single").doUpdateSet({ ...columns, updated_at: tx.now }))
    .execute()
}

/** By the first bytes (RFC 2083, ITU T.81, RFC 9649); a drawing with scripts in it (SVG) isn't taken. */
function pictureType(bytes: Buffer): Logo["type"] | null {
  if (bytes.subarray(0, 8).equals(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"))) return "image/png"
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return "image/jpeg"
  return bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP" ? "image/webp" : null
}

function table(reader: Pick<Reader, "sql">) {
  return reader.sql.withTables<CompanyTables>()
}
