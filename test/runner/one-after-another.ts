import { follow } from "./unfollowed.ts"
import { after, suite } from "node:test"
import { pathToFileURL } from "node:url"
import { closeOfFile } from "../support/database.ts"

/**
 * Runs test files in this process, each when the one before has ended and closed what it opened: reading the house in costs more than most
 * files do. Each is a suite of its own, named by its path.
 */
export async function oneAfterAnother(paths: readonly string[], timeout: number): Promise<void> {
  for (const path of paths) {
    follow(true)
    await new Promise<void>((ended) => {
      void suite(path, { timeout }, async () => {
        after(() => closeOfFile().finally(ended))
        await import(pathToFileURL(path).href)
        follow(false)
      })
    })
  }
}
