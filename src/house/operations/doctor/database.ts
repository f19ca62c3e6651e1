import { sql } from "kysely"
import { readMigrations, type Reader } from "#platform"
import { fail, type Finding, ok, warn } from "./finding.ts"

/** Whether the database keeps what it commits, is one we know, and has our schema. */
export async function checkDatabase(reader: Reader): Promise<Finding[]> {
  const found = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings
    where name in ('server_version', 'server_version_num', 'fsync', 'synchronous_commit', 'full_page_writes')`.execute(reader.sql)
  const settings = new Map(found.rows.map(({ name, setting }) => [name, setting]))
  const version = settings.get("server_version") ?? "?"
  const unsafe = ["fsync", "synchronous_commit", "full_page_writes"].filter((name) => settings.get(name) === "off")
  const findings: Finding[] = []
  if (Number(settings.get("server_version_num")) < 150_000)
    findings.push(fail("doctor.database.old", { version }, "doctor.database.old.todo"))
  if (unsafe.length > 0) findings.push(fail("doctor.database.unsafe", { names: unsafe.join(", ") }, "doctor.database.unsafe.todo"))
  findings.push(...(await checkSchema(reader)))
  return findings.length > 0 ? findings : [ok("doctor.database.ok", { version })]
}

async function checkSchema(reader: Reader): Promise<Finding[]> {
  const ours = await readMigrations()
  const exists = await sql<{ there: boolean }>`select to_regclass('migrations') is not null as there`.execute(reader.sql)
  if (!exists.rows[0]?.there) return [warn("doctor.database.empty", {}, "doctor.database.behind.todo")]
  const { rows } = await sql<{ name: string; sha256: string }>`select name, sha256 from migrations order by number`.execute(reader.sql)
  if (rows.length > ours.length)
    return [fail("doctor.database.newer", { number: rows.length, known: ours.length }, "doctor.database.newer.todo")]
  const strange = rows.find(({ sha256 }, at) => ours[at]?.sha256 !== sha256)
  if (strange) return [fail("doctor.database.strange", { name: strange.name }, "doctor.database.newer.todo")]
  if (rows.length < ours.length)
    return [warn("doctor.database.behind", { number: rows.length, known: ours.length }, "doctor.database.behind.todo")]
  return []
}
