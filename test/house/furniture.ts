import { basename } from "node:path/posix"
import { dissect, importsOf, isTest, type Source } from "./source.ts"
import { roomOf } from "./arrows.ts"

const SAYS_NOTHING = /^(utils?|helpers?|common|misc|shared|types|constants|service|manager|controller|model|stuff)\.tsx?$/

/** Names and places of a room's furniture, as the house gives them. */
export function misplacedFurniture(sources: readonly Source[]): string[] {
  return [...missingDoors(sources), ...sources.filter(({ path }) => path.startsWith("src/")).flatMap(misplaced)]
}

function missingDoors(sources: readonly Source[]): string[] {
  const paths = new Set(sources.map(({ path }) => path))
  const rooms = new Set(sources.filter(({ path }) => /^src\/[^/]+\//.test(path)).map(({ path }) => roomOf(path)))
  return [...rooms].filter((room) => !paths.has(`src/${room}/index.ts`)).map((room) => `src/${room} has no door (index.ts)`)
}

function misplaced(source: Source): string[] {
  const { path, text } = source
  const name = basename(path)
  const wrong: string[] = []
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z-]+)*\.tsx?$/.test(name)) wrong.push("file names are lower-case words joined by hyphens")
  if (SAYS_NOTHING.test(name)) wrong.push("the name doesn't say what is in it")
  if (name.endsWith(".tsx")) wrong.push("the server has no JSX (Node can't strip it)")
  if (name === "index.ts") wrong.push(...judgeIndex(source))
  if (isTest(path)) return wrong.map((what) => `${path}: ${what}`)
  const { code } = dissect(text)
  if (/\bcreateRoute\(/.test(code) && !isRoutes(path)) wrong.push("routes stand in routes.ts (or routes-<noun>.ts, <noun>-routes.ts)")
  if (/\b(interface|type) (?!NoTables)\w+Tables\b/.test(code) && !/(^|\/)tables\.ts$/.test(path))
    wrong.push("table types stand in tables.ts")
  if (/\bnamespace \w+ \{|^\s*(export )?(const )?enum \w+/m.test(code)) wrong.push("only syntax that Node can strip: no enum, no namespace")
  if (/(:|<|,|\||&|\bas)\s*any\b(?!\s*[:(])/.test(code)) wrong.push("no `any`")
  return wrong.map((what) => `${path}: ${what}`)
}

const isRoutes = (path: string): boolean => /\/([a-z0-9-]+-)?routes(-[a-z0-9-]+)?\.ts$|\/routes\/|^src\/platform\/http\//.test(path)

function judgeIndex(source: Source): string[] {
  const { path } = source
  if (/^src\/words\/(en|fr)\/index\.ts$/.test(path) || path === "src/words/index.ts") return []
  if (path !== `src/${roomOf(path)}/index.ts`) return ["only a room has an index.ts, its door"]
  const { code } = dissect(source.text)
  const rest = code.replace(/^export\s+(type\s+)?(\*|\{[^}]*\})\s*from\s*"";?\s*$/gm, "").trim()
  const wrong = rest ? [`a door only hands on (\`export { … } from\`), here: ${rest.split("\n")[0]}`] : []
  if (importsOf(source).some(({ names }) => names.startsWith("*"))) wrong.push("a door names what it gives; no `export *`")
  return wrong
}
