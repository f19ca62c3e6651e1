import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type EmbeddedPostgres, startPostgres } from "#platform"
import { administer } from "../support/server.ts"

/** A database beside the server, which a test can take away and give back. */
export class OwnDatabase {
  readonly #home: string
  #postgres: EmbeddedPostgres

  private constructor(home: string, postgres: EmbeddedPostgres) {
    this.#home = home
    this.#postgres = postgres
  }

  static async open(): Promise<OwnDatabase> {
    const home = await mkdtemp(join(tmpdir(), "own-"))
    await chmod(home, 0o711)
    const postgres = await startPostgres({ home, unsafeFast: true })
    await administer(postgres.host, "create database vigie")
    return new OwnDatabase(home, postgres)
  }

  /** What a server needs to use it. It runs without flushes, which no kill of a process can see. */
  get settings(): Record<string, string> {
    return { DATABASE_URL: `postgres://vigie@${encodeURIComponent(this.#postgres.host)}/vigie`, VIGIE_TEST_UNSAFE: "1" }
  }

  takeAway(): Promise<void> {
    return this.#postgres.stop()
  }

  async giveBack(): Promise<void> {
    this.#postgres = await startPostgres({ home: this.#home, unsafeFast: true })
  }

  async close(): Promise<void> {
    await this.#postgres.stop()
    await rm(this.#home, { recursive: true, force: true })
  }
}
