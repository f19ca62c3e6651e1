import { once } from "node:events"
import type pg from "pg"

/** What pg's connection can do during a COPY (protocol §54.2.6) beyond what its types say. */
interface CopyConnection extends pg.Connection {
  sendCopyFromChunk(chunk: Uint8Array): void
  endCopyFrom(): void
  sendCopyFail(reason: string): void
}

/** Feeds `copy … from stdin`. Gives the number of rows that came. */
export async function copyIn(client: pg.Client, statement: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
  const copy = new CopyIn(statement)
  client.query(copy)
  const connection = await copy.ready
  try {
    for await (const chunk of chunks) {
      connection.sendCopyFromChunk(chunk)
      if (connection.stream.writableNeedDrain) await Promise.race([once(connection.stream, "drain"), copy.done])
    }
    connection.endCopyFrom()
  } catch (error) {
    connection.sendCopyFail("the source failed")
    await copy.done.catch(() => {}) // the source's error is the one that counts
    throw error
  }
  return copy.done
}

class CopyIn implements pg.Submittable {
  readonly #statement: string
  readonly #ready = Promise.withResolvers<CopyConnection>()
  readonly #done = Promise.withResolvers<number>()
  #rows = 0

  constructor(statement: string) {
    this.#statement = statement
    this.#done.promise.catch(() => {}) // told to whoever waits for `ready` when it fails before that
  }

  get ready(): Promise<CopyConnection> {
    return this.#ready.promise
  }

  get done(): Promise<number> {
    return this.#done.promise
  }

  submit(connection: pg.Connection): void {
    connection.query(this.#statement)
  }

  handleCopyInResponse(connection: CopyConnection): void {
    this.#ready.resolve(connection)
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.#rows = Number(text.split(" ").at(-1))
  }

  handleReadyForQuery(): void {
    this.#done.resolve(this.#rows)
  }

  handleError(error: Error): void {
    this.#ready.reject(error)
    this.#done.reject(error)
  }
}
