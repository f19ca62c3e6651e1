import { type Config, type EmbeddedPostgres, errorFields, isAlive, type Log, startPostgres } from "#platform"

/** Looks after the database that Vigie keeps for itself: one that was killed is started again, on the same folder. */
export class KeepPostgres {
  readonly #config: Config
  readonly #log: Log
  #postgres: EmbeddedPostgres
  #timer: NodeJS.Timeout
  #starting: Promise<void> | null = null
  #closed = false

  constructor(config: Config, postgres: EmbeddedPostgres, log: Log) {
    this.#config = config
    this.#postgres = postgres
    this.#log = log
    this.#timer = setInterval(() => this.#look(), 500)
    this.#timer.unref()
  }

  async stop(): Promise<void> {
    this.#closed = true
    clearInterval(this.#timer)
    await this.#starting
    await this.#postgres.stop()
  }

  #look(): void {
    if (this.#closed || this.#starting || isAlive(this.#postgres.pid)) return
    this.#log.error("database.died", { pid: this.#postgres.pid })
    this.#starting = startPostgres({ home: this.#config.home })
      .then(async (postgres) => {
        const died = this.#postgres
        this.#postgres = postgres
        await died.stop() // of it only our mark is left
        this.#log.info("database.started-again", { pid: postgres.pid })
      })
      .catch((error: unknown) => this.#log.error("database.does-not-start", errorFields(error))) // looked at again at the next tick
      .finally(() => {
        this.#starting = null
      })
  }
}
