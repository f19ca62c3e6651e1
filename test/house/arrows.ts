import { dirname, join } from "node:path/posix"
import { type Import, importsOf, isTest, type Source } from "./source.ts"

/** The drawing, as `test/house.test.ts` gives it. */
export interface Drawing {
  /** From the roof to the ground. A room leans on rooms of lower floors; rooms of one floor don't know each other. */
  floors: readonly (readonly string[])[]
  /** Rooms that only these may know. */
  knownOnlyBy: Readonly<Record<string, readonly string[]>>
  /** Packages that one room keeps for itself. */
  packages: Readonly<Record<string, string>>
  /** Files that the tools of this repository may open without going through a door. */
  openToTools: readonly string[]
}

/** `people` for src/people/actor.ts, `channels/mail` for src/channels/mail/x.ts, `main` for src/main.ts, `web`, `test`, `bench`. */
export function roomOf(path: string): string {
  const [top = "", room = "", channel = ""] = path.split("/")
  if (top !== "src") return top
  if (room === "channels") return `channels/${channel}`
  return room.replace(/\.ts$/, "")
}

/** Each import that the drawing doesn't have, in one sentence with both file names. */
export function brokenArrows(sources: readonly Source[], drawing: Drawing): string[] {
  return sources.flatMap((source) =>
    importsOf(source).flatMap((found) => {
      const wrong = judge(source.path, found, drawing)
      return wrong ? [`${source.path} imports ${found.target}: ${wrong}`] : []
    }),
  )
}

function judge(path: string, found: Import, drawing: Drawing): string | null {
  if (found.target.startsWith("#")) return judgeDoor(path, found, drawing)
  if (found.target.startsWith(".")) return judgePath(path, join(dirname(path), found.target), drawing)
  return judgePackage(path, found, drawing)
}

function judgeDoor(path: string, found: Import, drawing: Drawing): string | null {
  const room = roomOf(path)
  const target = found.target.slice(1)
  if (room === "web") return judgeWeb(found)
  if (target === room) return isTest(path) ? null : "a room doesn't come in by its own door (its file lies beside)"
  if (room === "test" || room === "bench") return null
  return leans(room, target, drawing)
}

function judgeWeb(found: Import): string | null {
  if (found.target === "#words/desk") return null
  if (found.target !== "#house") return "the desk knows the house and #words/desk alone (src/house/index.ts)"
  return found.typeOnly ? null : "the desk takes types from the house, never code (src/house/index.ts): write `import type`"
}

function leans(room: string, target: string, { floors, knownOnlyBy }: Drawing): string | null {
  const from = floors.findIndex((floor) => floor.includes(floorName(room)))
  const to = floors.findIndex((floor) => floor.includes(floorName(target)))
  if (from < 0) return `${room} is not in the drawing (test/house.test.ts)`
  if (to < 0) return `#${target} is not in the drawing (test/house.test.ts)`
  const only = knownOnlyBy[floorName(target)]
  if (only && !only.includes(room)) return `only ${only.join(", ")} may know ${target} (src/${target}/index.ts)`
  if (from === to) return `${room} and ${target} are on one floor and don't know each other (src/${target}/index.ts)`
  return from < to ? null : `${room} is below ${target}; news goes up as facts (src/${target}/index.ts)`
}

const floorName = (room: string): string => (room.startsWith("channels/") ? "channels" : room)

function judgePath(path: string, target: string, drawing: Drawing): string | null {
  const [from, to] = [roomOf(path), roomOf(target)]
  if (from === to) return null
  if (from === "main") return to === "house" || to === "platform" ? `use #${to}` : `main opens the house alone (${target})`
  if (to === "test") return isTest(path) || from === "bench" ? null : `only tests use ${target}`
  if ((from === "test" || from === "bench") && drawing.openToTools.includes(target)) return null
  return `${target} is behind another door: use ${to === "web" ? "nothing of web" : `#${to}`}`
}

function judgePackage(path: string, found: Import, drawing: Drawing): string | null {
  const name = found.target
    .split("/")
    .slice(0, found.target.startsWith("@") ? 2 : 1)
    .join("/")
  const keeper = drawing.packages[name]
  const room = roomOf(path)
  if (!keeper || found.typeOnly || room === keeper || isTest(path) || room === "test" || room === "bench") return null
  return `${name} is kept by ${keeper}`
}
