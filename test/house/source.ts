import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

/** A file of this repository: its path from the root, its text. */
export interface Source {
  path: string
  text: string
}

export const ROOT = fileURLToPath(new URL("../../", import.meta.url))

/** Every TypeScript file under these folders. */
export async function readSources(folders: readonly string[]): Promise<Source[]> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(join(ROOT, folder), { recursive: true })
      return names.filter((name) => /\.tsx?$/.test(name) && !/(^|\/)(dist|node_modules)\//.test(name)).map((name) => `${folder}/${name}`)
    }),
  )
  return Promise.all(
    found
      .flat()
      .sort()
      .map(async (path) => ({ path, text: await readFile(join(ROOT, path), "utf8") })),
  )
}

export interface Import {
  /** As written: `#people`, `./actor.ts`, `kysely`. */
  target: string
  typeOnly: boolean
  names: string
}

const STATIC = /^(?:import|export)\s+(type\s+)?([^"';]*?)\s*from\s*["']([^"']+)["']/gm
const BARE = /^import\s*["']([^"']+)["']/gm
const DYNAMIC = /(\btypeof\s+)?\bimport\(\s*["']([^"']+)["']\s*\)(\.[A-Z])?/g

/** What a file imports. Imports stand at the beginning of a line, as the formatter puts them. */
export function importsOf({ text }: Source): Import[] {
  const found: Import[] = []
  for (const [, type, names = "", target = ""] of text.matchAll(STATIC)) {
    found.push({ target, typeOnly: type !== undefined || onlyTypes(names), names })
  }
  for (const [, target = ""] of text.matchAll(BARE)) found.push({ target, typeOnly: false, names: "" })
  for (const [, type, target = "", member] of text.matchAll(DYNAMIC)) {
    found.push({ target, typeOnly: type !== undefined || member !== undefined, names: "" })
  }
  return found
}

/** `{ type A, type B }`: nothing of it is left when the types are gone. */
function onlyTypes(names: string): boolean {
  const inside = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1]
  const parts = inside
    ?.split(",")
    .map((part) => part.trim())
    .filter(Boolean)
  return parts !== undefined && parts.length > 0 && parts.every((part) => part.startsWith("type "))
}

export interface Literal {
  /** What stands between the quotes; in a template the gaps are `${}`. */
  value: string
  /** The code just before it, without comments. */
  before: string
}

/** A file in two: its code, with comments taken out and literals emptied; and its literals. */
export function dissect(text: string): { code: string; literals: Literal[] } {
  const literals: Literal[] = []
  let code = ""
  let at = 0

  const readCode = (inTemplate: boolean): void => {
    for (let depth = 0; at < text.length;) {
      const c = text[at]!
      const two = text.slice(at, at + 2)
      if (two === "//") at = endOf("\n", at)
      else if (two === "/*") at = endOf("*/", at) + 2
      else if (c === '"' || c === "'") readQuoted(c)
      else if (c === "`") readTemplate()
      else if (c === "/" && /(^|[(,=:[!&|?{;+]|=>|\breturn|\bcase)\s*$/.test(code.slice(-40))) readRegex()
      else {
        if (inTemplate && c === "}" && depth === 0) return
        depth += c === "{" ? 1 : c === "}" ? -1 : 0
        code += c
        at++
      }
    }
  }
  const endOf = (mark: string, from: number): number => {
    const end = text.indexOf(mark, from)
    return end < 0 ? text.length : end
  }
  const keep = (value: string, before: string): void => {
    literals.push({ value, before })
    code += '""'
  }
  const readQuoted = (quote: string): void => {
    const before = code.slice(-200)
    let value = ""
    for (at++; at < text.length && text[at] !== quote && text[at] !== "\n"; at++) value += text[at] === "\\" ? text[++at] : text[at]
    at++
    keep(value, before)
  }
  const readTemplate = (): void => {
    const before = code.slice(-200)
    let value = ""
    for (at++; at < text.length && text[at] !== "`";) {
      if (text.startsWith("${", at)) {
        at += 2
        value += "${}"
        readCode(true)
      } else if (text[at] === "\\") {
        value += text[at + 1]
        at++
      } else value += text[at]
      at++
    }
    at++
    keep(value, before)
  }
  const readRegex = (): void => {
    for (let inSet = false, end = at + 1; end < text.length && text[end] !== "\n"; end++) {
      if (text[end] === "\\") end++
      else if (text[end] === "[") inSet = true
      else if (text[end] === "]") inSet = false
      else if (text[end] === "/" && !inSet) {
        at = end + 1
        code += '""'
        return
      }
    }
    code += text[at++]
  }

  readCode(false)
  return { code, literals }
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)
