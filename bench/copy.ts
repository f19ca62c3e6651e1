import { open } from "node:fs/promises"
import { join } from "node:path"
import type pg from "pg"

type Value = string | number | boolean | null

/** Rows on their way into a table, through a file that the server reads itself (COPY). */
export class Copy {
  readonly #path: string
  readonly #lines: string[] = []
  readonly #into: string

  /** `folder` can be read by the server; `into` is `table (columns)`. */
  constructor(folder: string, into: string) {
    this.#path = join(folder, `${into.split(" ")[0]}.${process.hrtime.bigint()}.tsv`)
    this.#into = into
  }

  add(...values: readonly Value[]): void {
    this.#lines.push(values.map(written).join("\t"))
  }

  async send(client: pg.Client): Promise<void> {
    const file = await open(this.#path, "wx", 0o644)
    try {
      for (let at = 0; at < this.#lines.length; at += 5000) await file.write(`${this.#lines.slice(at, at + 5000).join("\n")}\n`)
    } finally {
      await file.close()
    }
    this.#lines.length = 0
    await client.query(`copy ${this.#into} from '${this.#path}'`)
    const { unlink } = await import("node:fs/promises")
    await unlink(this.#path)
  }
}

function written(value: Value): string {
  if (value === null) return "\\N"
  return typeof value === "string" ? value.replace(/[\\\t\n\r]/g, (letter) => `\\${letter}`) : String(value)
}

/** An array as PostgreSQL reads it in text. */
export function array(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, "\\$&")}"`).join(",")}}`
}
