import assert from "node:assert/strict"
import { test } from "node:test"
import { brokenArrows, type Drawing } from "./arrows.ts"
import { earlyWords } from "./early-words.ts"
import { misplacedFurniture } from "./furniture.ts"
import { crowd, giants } from "./sizes.ts"
import { dissect, importsOf, type Source } from "./source.ts"
import { strayTables } from "./tables.ts"
import { wordsAmiss } from "./words.ts"

const drawing: Drawing = {
  floors: [["main"], ["house"], ["cases", "channels"], ["conversations"], ["people"], ["platform"]],
  knownOnlyBy: { channels: ["house"] },
  packages: { imapflow: "channels/mail" },
  openToTools: ["src/people/actor.ts"],
}
const file = (path: string, ...lines: string[]): Source => ({ path, text: lines.join("\n") })
const arrow = (path: string, line: string) => brokenArrows([file(path, line)], drawing)

test("an import that goes up, sideways or past a door is told with both names", () => {
  const wrong: [string, string, RegExp][] = [
    ["src/people/actor.ts", 'import { openCase } from "#cases"', /people is below cases.*src\/cases\/index\.ts/],
    ["src/cases/open-case.ts", 'import { mail } from "#channels/mail"', /only house may know channels\/mail/],
    ["src/channels/mail/intake.ts", 'import { openCase } from "#cases"', /one floor.*src\/cases\/index\.ts/],
    ["src/cases/open-case.ts", 'import { x } from "../people/actor.ts"', /src\/people\/actor\.ts is behind another door: use #people/],
    ["src/cases/open-case.ts", 'import { x } from "#cases"', /own door/],
    ["src/cases/open-case.ts", 'const x = await import("#house")', /cases is below house/],
    ["src/cases/open-case.ts", 'export { x } from "#incidents"', /#incidents is not in the drawing/],
    ["src/cases/open-case.ts", 'import { ImapFlow } from "imapflow"', /imapflow is kept by channels\/mail/],
    ["src/cases/open-case.ts", 'import { x } from "../../test/support/x.ts"', /only tests use/],
    ["web/desk/app.tsx", 'import { app } from "#house"', /types from the house/],
    ["web/desk/app.tsx", 'import type { x } from "#cases"', /the house and #words\/desk alone/],
    ["test/journeys/bouquet.test.ts", 'import { x } from "../../src/cases/open-case.ts"', /use #cases/],
  ]
  for (const [path, line, expected] of wrong) {
    const said = arrow(path, line)
    assert.equal(said.length, 1, `${path}: ${line}`)
    assert.match(said[0]!, expected)
    assert.ok(said[0]!.startsWith(path))
  }
})

test("an import that follows the arrows is fine", () => {
  const right: [string, string][] = [
    ["src/main.ts", 'import { openHouse } from "#house"'],
    ["src/house/build.ts", 'import { mail } from "#channels/mail"'],
    ["src/channels/mail/intake.ts", 'import type { Channel } from "#conversations"'],
    ["src/cases/open-case.ts", 'import { x } from "./closure.ts"'],
    ["src/cases/open-case.test.ts", 'import { openCase } from "#cases"'],
    ["src/cases/open-case.test.ts", 'import { x } from "../../test/support/x.ts"'],
    ["src/cases/open-case.ts", 'import type { ImapFlow } from "imapflow"'],
    ["web/desk/app.tsx", 'import { type App, type View } from "#house"'],
    ["web/desk/app.tsx", 'import { say } from "#words/desk"'],
    ["test/house.test.ts", 'import { x } from "../src/people/actor.ts"'],
  ]
  for (const [path, line] of right) assert.deepEqual(arrow(path, line), [])
})

test("imports are found over several lines, and types are told from code", () => {
  const found = importsOf(
    file("x.ts", "import {", "  a,", "  type B,", '} from "#people"', 'import "./x.css"', 'import type { C } from "kysely"'),
  )
  assert.deepEqual(
    found.map(({ target, typeOnly }) => `${target} ${typeOnly}`),
    ["#people false", "kysely true", "./x.css false"],
  )
})

test("comments, texts, templates and expressions are told apart", () => {
  const { code, literals } = dissect('const a = "x" // "no"\nconst b = `y ${c("z")} w` /* "no" */ + /["`]/.exec("v")')
  assert.deepEqual(
    literals.map(({ value }) => value),
    ["x", "z", "y ${} w", "v"],
  )
  assert.doesNotMatch(code, /no/)
})

test("furniture in the wrong place is told", () => {
  const said = (path: string, ...lines: string[]) =>
    misplacedFurniture([file(path, ...lines)]).filter((wrong) => !wrong.includes("has no door"))
  assert.match(said("src/cases/utils.ts")[0]!, /doesn't say/)
  assert.match(said("src/cases/openCase.ts")[0]!, /lower-case/)
  assert.match(said("src/cases/open-case.ts", "const r = createRoute({})")[0]!, /routes\.ts/)
  assert.match(said("src/cases/open-case.ts", "export interface CaseTables {")[0]!, /tables\.ts/)
  assert.match(said("src/cases/index.ts", 'export { a } from "./a.ts"', "export const b = 1")[0]!, /only hands on/)
  assert.match(said("src/cases/views/index.ts")[0]!, /only a room has an index/)
  assert.match(said("src/cases/open-case.ts", "let x: any = 1")[0]!, /no `any`/)
  assert.match(said("src/cases/open-case.ts", "export enum State {}")[0]!, /no enum/)
  assert.deepEqual(misplacedFurniture([file("src/cases/open-case.ts")]), ["src/cases has no door (index.ts)"])
  assert.deepEqual(said("src/cases/index.ts", "export {", "  a,", "  type B,", '} from "./a.ts"'), [])
  assert.deepEqual(said("src/cases/routes.ts", "const r = createRoute({}) // any: case"), [])
})

test("a query that reaches into another room's table is told", () => {
  const tables = file("src/people/tables.ts", "export interface PeopleTables {", "  agents: AgentRow", "}")
  const said = (path: string, text: string) => strayTables([tables, file(path, text)], ["create table agents (\n"])
  assert.match(said("src/cases/a.ts", "sql`select name from agents where id = ${id}`")[0]!, /src\/cases\/a\.ts touches agents.*src\/people/)
  assert.match(said("src/cases/a.ts", 'tx.sql.selectFrom("agents as a")')[0]!, /touches agents/)
  assert.match(said("src/cases/a.ts", 'q.leftJoin("agents", "x")')[0]!, /touches agents/)
  assert.deepEqual(said("src/people/a.ts", "sql`update agents set name = ''`"), [])
  assert.deepEqual(said("src/cases/a.ts", "// select from agents"), [])
  assert.match(strayTables([], ["create table agents (\n"])[0]!, /belongs to no room/)
  assert.match(strayTables([tables, { ...tables, path: "src/cases/tables.ts" }], ["create table agents (\n"])[0]!, /claimed by/)
})

test("sizes are told", () => {
  const large = "x".repeat(12_001)
  assert.match(giants([file("src/a.ts", large)])[0]!, /src\/a\.ts has 12\.0 kB/)
  assert.deepEqual(giants([file("src/a.ts", "// One table, because it is read as one.", large)]), [])
  assert.match(crowd([file("src/a.ts", "x".repeat(2001))], "src")[0]!, /median/)
  const many = Array.from({ length: 8 }, (_, i) => file(`src/${i}.ts`, "x"))
  assert.match(crowd([...many, file("src/y.ts", "x".repeat(6001)), file("src/z.ts", "x".repeat(6001))], "src")[0]!, /src\/z\.ts \(6\.0\)/)
})

test("words that don't fit together are told", () => {
  const said = (text: string, en: Record<string, string>, fr: Record<string, string>) => wordsAmiss([file("src/a.ts", text)], en, fr)
  assert.match(said('new NotFound("case.gone")', {}, {})[0]!, /src\/a\.ts uses "case\.gone"/)
  assert.match(said('x("a.b")', { "a.b": "Yes" }, {})[0]!, /missing in src\/words\/fr/)
  assert.match(said('x("a.b")', {}, { "a.b": "Oui" })[0]!, /missing in src\/words\/en/)
  assert.match(said('x("a.b")', { "a.b": "{n} of {m}" }, { "a.b": "{n}" })[0]!, /gaps \{m\} \{n\} in English and \{n\} in French/)
  assert.match(said("", { "a.b": "Yes" }, { "a.b": "Oui" })[0]!, /said by nobody/)
  assert.match(said('x("a.b")', { "a.b": "Not it" }, { "a.b": "Pas l'un" })[0]!, /write ’/)
  assert.match(said('x("a.b")', { "a.b": "Ok!" }, { "a.b": "Bien !" })[0]!, /no-break space/)
  assert.deepEqual(said('x(`a.${"b"}`); new NotFound("a.c")', { "a.b": "Ok!", "a.c": "No" }, { "a.b": "Bien\u00a0!", "a.c": "Non" }), [])
})

test("a sentence of the rest that is said before it is learnt is told", () => {
  const page = file("web/page.tsx", "say(`rest.${key}`)")
  const early = (line: string, rest = ["rest.a", "rest.b"]) => earlyWords([file("web/main.tsx", line), page], "web/main.tsx", rest)
  assert.match(early('say("rest.a")').join(), /web\/main\.tsx may say "rest\.a"/)
  assert.equal(early('import { page } from "./page.tsx"').length, 2)
  assert.equal(early('lazy(() => import("./page.tsx"))').length, 2)
  assert.deepEqual(early('lazy(() => worded(import("./page.tsx")))'), [])
  assert.deepEqual(early('import type { Page } from "./page.tsx"\nsay("first.a")'), [])
})
