import { readFile } from "node:fs/promises"
import { buffer } from "node:stream/consumers"
import { readFeed } from "#listening"
import { say } from "#words"
import type { Command } from "./command.ts"

/** Reads a feed and prints what is in it, without folder, database or network. */
export const feedRead: Command = {
  name: "feed read",
  usage: "feed read [FILE] [--url URL] [--type CONTENT-TYPE]",
  summary: "cli.feedRead",
  options: { url: { type: "string" }, type: { type: "string" } },
  required: [],
  run: () => Promise.resolve(2),
  async alone({ positionals, values }, { language, print }) {
    const file = positionals[0] ?? "-"
    const { url = null, type = null } = values
    if (url !== null && !URL.canParse(url)) {
      console.error(say(language, "listening.feed.badUrl", { text: url }))
      return 2
    }
    const bytes = file === "-" ? await buffer(process.stdin) : await readFile(file).catch(() => null)
    if (!bytes) {
      console.error(say(language, "cli.noFile", { file }))
      return 1
    }
    const read = readFeed(bytes, { url, contentType: type })
    if ("unreadable" in read) {
      console.error(say(language, `listening.feed.${read.unreadable}`, { file }))
      return 1
    }
    print(JSON.stringify(read.feed, null, 2))
    return 0
  },
}
