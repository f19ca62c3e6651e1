import { readFile, stat } from "node:fs/promises"
import { extname, join, normalize } from "node:path"
import { fileURLToPath } from "node:url"
import { installation } from "#platform"

const DESK = fileURLToPath(new URL("dist/desk/", installation))
const PUBLIC = fileURLToPath(new URL("web/public/", installation))
/** Colours and sizes are the desk's own, for the public pages too. */
const STYLES = fileURLToPath(new URL("web/desk/styles/", installation))

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".json": "application/json",
  ".map": "application/json",
}

/** What the desk may do in a browser: load its own files, talk to its own server, nothing else. */
export const DESK_POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; frame-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** The desk's built files; every path that isn't a file is the desk itself, which reads the address. */
export async function deskFile(path: string, accepts = ""): Promise<Response> {
  const asked = path === "/" ? "index.html" : path.slice(1)
  const found =
    (await fileIn(DESK, asked, accepts)) ??
    (extname(asked)
      ? await fileIn(DESK, asked.replace(/^assets\//, "before/"), accepts) // a desk that was opened before an upgrade (web/keep-before.ts)
      : await fileIn(DESK, "index.html", accepts))
  if (!found)
    return new Response("The desk is not built yet: npm run build\n", {
      status: 404,
      headers: { "content-type": "text/plain; charset=utf-8" },
    })
  return found
}

/** Styles and small scripts of the public pages, under /public/. */
export async function publicFile(path: string): Promise<Response | null> {
  const name = path.replace(/^\/public\//, "")
  return fileIn(name === "tokens.css" ? STYLES : PUBLIC, name, "")
}

/** What the build has packed a file with, the smallest first. */
const PACKED = { br: ".br", gzip: ".gz" } as const

async function fileIn(folder: string, name: string, accepts: string): Promise<Response | null> {
  const path = join(folder, normalize(`/${name}`))
  const type = TYPES[extname(path)]
  if (!type || !path.startsWith(folder)) return null
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) return null
  // Built names carry a hash of their content; the page that names them doesn't.
  const lasting = /-[\w-]{8,}\.\w+$/.test(name) ? "public, max-age=31536000, immutable" : "no-cache"
  const headers = { "content-type": type, "cache-control": lasting, "content-security-policy": DESK_POLICY, vary: "accept-encoding" }
  for (const [encoding, ending] of Object.entries(PACKED)) {
    if (!new RegExp(`\\b${encoding}\\b`).test(accepts)) continue
    const packed = await readFile(path + ending).catch(() => null) // not everything is worth packing
    if (packed) return new Response(packed, { headers: { ...headers, "content-encoding": encoding } })
  }
  return new Response(await readFile(path), { headers })
}
