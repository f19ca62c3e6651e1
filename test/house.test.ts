import assert from "node:assert/strict"
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { rest } from "../src/words/en/desk-rest.ts"
import { en } from "../src/words/en/index.ts"
import { fr } from "../src/words/fr/index.ts"
import { brokenArrows, type Drawing } from "./house/arrows.ts"
import { strayStores } from "./house/browser-store.ts"
import { earlyWords } from "./house/early-words.ts"
import { misplacedFurniture } from "./house/furniture.ts"
import { crowd, giants } from "./house/sizes.ts"
import { readSources, ROOT } from "./house/source.ts"
import { strayTables } from "./house/tables.ts"
import { wordsAmiss } from "./house/words.ts"

/**
 * The house, from the roof to the ground. A room leans only on rooms below it and comes in by their door (`#room`, which is its
 * index.ts); rooms of one floor don't know each other; news goes up as facts, never as imports.
 */
const DRAWING: Drawing = {
  floors: [
    ["main"],
    ["house"],
    ["digest", "privacy"],
    ["incidents"],
    ["live", "outreach", "listening", "transfers"],
    ["cases", "channels"], // channels implement the port of conversations; no other room says "IMAP"
    ["conversations"],
    ["consent", "push", "webhooks"], // what leaves for browsers and programs: cases and rules call it, the house shows it what happened
    ["contacts"],
    ["people"],
    ["audit"],
    ["words"],
    ["markup", "places"], // what comes from outside, made safe to read; what both who hears and who answers must know of a place
    ["platform"],
  ],
  knownOnlyBy: { house: ["main"], channels: ["house"] },
  packages: {
    "@hyzyla/pdfium": "conversations",
    "csv-parse": "transfers",
    "smtp-server": "channels/mail",
    imapflow: "channels/mail",
    nodemailer: "channels/mail",
    "postal-mime": "channels/mail",
    mailauth: "channels/mail",
    pg: "platform",
    "pg-boss": "platform",
    undici: "platform",
    "sanitize-html": "markup",
    "@node-rs/argon2": "people",
    "@simplewebauthn/server": "people",
    "openid-client": "people",
    otpauth: "people",
    react: "web",
    "react-dom": "web",
    vite: "web",
  },
  openToTools: ["src/words/en/desk-rest.ts", "src/words/en/index.ts", "src/words/fr/index.ts"],
}

const sources = await readSources(["src", "web", "test", "bench"])
const inside = (folder: string) => sources.filter(({ path }) => path.startsWith(`${folder}/`))
const none = (wrong: readonly string[]) => {
  if (wrong.length > 0) assert.fail(`\n${wrong.join("\n")}`)
}

test("every import follows the arrows and comes in by a door", () => none(brokenArrows(sources, DRAWING)))

test("every channel implements the port of conversations", () => {
  const channels = new Set(inside("src/channels").map(({ path }) => path.split("/")[2]!))
  const implemented = [...channels].filter((channel) =>
    inside(`src/channels/${channel}`).some(({ text }) => /\b(Public)?Channel\b[^"]*\}\s*from "#conversations"/.test(text)),
  )
  assert.deepEqual(
    implemented,
    [...channels],
    "each channel imports Channel (or PublicChannel, which is one) from #conversations and implements it",
  )
})

test("the furniture of the rooms stands where the house puts it", () => none(misplacedFurniture(sources)))

test("each table belongs to one room, and only that room touches it", async () => {
  const folder = join(ROOT, "migrations")
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql"))
  none(strayTables(sources, await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")))))
})

test("one file alone touches the browser's store", () => none(strayStores(inside("web"))))

test("files are small enough to see", () => none([...giants(sources), ...crowd([...inside("src"), ...inside("web")], "src and web")]))

test("both catalogues say the same, and say all that is used", () => none(wordsAmiss([...inside("src"), ...inside("web")], en, fr)))

test("the desk says nothing before it is fetched", () => none(earlyWords(inside("web"), "web/desk/app.tsx", Object.keys(rest))))
