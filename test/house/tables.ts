import { dissect, isTest, type Source } from "./source.ts"
import { roomOf } from "./arrows.ts"

/** Tables of the ground floor, which names them in its own SQL without a `tables.ts`. Facts are what the audit room reads. */
const GROUND: Readonly<Record<string, string[]>> = {
  facts: ["platform", "audit"],
  fact_head: ["platform", "audit"],
  repeated_requests: ["platform"],
  fact_followers: ["platform"],
  migrations: ["platform", "house"], // backup and doctor read which are there
}

/** Which room reads and writes which table, from the rooms' `tables.ts`: `interface PeopleTables { agents: … }`. */
export function tableOwners(sources: readonly Source[]): Map<string, string[]> {
  const owners = new Map<string, string[]>(Object.entries(GROUND))
  for (const { path, text } of sources.filter((source) => /^src\/.*\/tables\.ts$/.test(source.path))) {
    for (const [, body = ""] of dissect(text).code.matchAll(/(?:interface|type) \w+Tables\b[^{]*\{([\s\S]*?)\n\}/g)) {
      for (const [, table = ""] of body.matchAll(/^\s*([a-z_0-9]+)\??:/gm)) {
        const known = owners.get(table) ?? []
        owners.set(table, known.includes(roomOf(path)) ? known : [...known, roomOf(path)])
      }
    }
  }
  return owners
}

export function tablesOf(migrations: readonly string[]): string[] {
  return migrations.flatMap((sql) =>
    [...sql.matchAll(/^create (?:unlogged )?table (?:if not exists )?([a-z_0-9]+)/gm)].map(([, table = ""]) => table),
  )
}

/** Tables that no room or two rooms own, and queries that reach into another room's tables. */
export function strayTables(sources: readonly Source[], migrations: readonly string[]): string[] {
  const owners = tableOwners(sources)
  const wrong: string[] = []
  for (const table of tablesOf(migrations)) {
    const rooms = owners.get(table) ?? []
    if (rooms.length === 0) wrong.push(`table ${table} belongs to no room: name it in its room's tables.ts`)
    if (rooms.length > 1 && !(table in GROUND))
      wrong.push(`table ${table} is claimed by ${rooms.map((room) => `src/${room}/tables.ts`).join(" and ")}`)
  }
  for (const source of sources.filter(({ path }) => path.startsWith("src/") && !isTest(path))) {
    for (const table of tablesTouched(source.text)) {
      const rooms = owners.get(table)
      if (rooms && !rooms.includes(roomOf(source.path))) {
        wrong.push(`${source.path} touches ${table}, which belongs to src/${rooms[0]}: ask through its door`)
      }
    }
  }
  return wrong
}

const KYSELY = /\.(selectFrom|insertInto|updateTable|deleteFrom|innerJoin|leftJoin|rightJoin|fullJoin|mergeInto)\(\s*(\[\s*)?$/
const IN_SQL = /\b(?:from|join|into|update|table|only)\s+"?([a-z_][a-z_0-9]*)"?/g

function tablesTouched(text: string): Set<string> {
  const touched = new Set<string>()
  for (const { value, before } of dissect(text).literals) {
    if (KYSELY.test(before)) touched.add(value.split(/\s/)[0] ?? "")
    else if (/\b(select|insert into|update|delete from|truncate|copy|lock)\b/.test(value) || /\bsql\s*(<[^`]*>)?$/.test(before)) {
      for (const [, table = ""] of value.matchAll(IN_SQL)) touched.add(table)
    }
  }
  return touched
}
