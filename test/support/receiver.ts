import { createHmac, timingSafeEqual } from "node:crypto"
import { createServer, type IncomingHttpHeaders } from "node:http"
import type { AddressInfo } from "node:net"
import { closeAfterwards } from "./database.ts"
import type { Json } from "./house.ts"

/** A delivery as it came in. */
export interface Came {
  headers: IncomingHttpHeaders
  body: string
  json: Json
}

/** A program outside that takes webhooks, and answers as it is told to. */
export class Receiver {
  readonly came: Came[] = []
  readonly url: string
  /** What it answers; a function may wait. */
  answer: () => { status: number; body?: string; headers?: Record<string, string> } | Promise<{ status: number }> = () => ({ status: 204 })

  private constructor(port: number) {
    this.url = `http://localhost:${port}/hooks`
  }

  static async open(): Promise<Receiver> {
    let receiver: Receiver | null = null
    const server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on("data", (chunk: Buffer) => chunks.push(chunk))
      request.on("end", () => {
        const body = Buffer.concat(chunks).toString("utf8")
        receiver!.came.push({ headers: request.headers, body, json: JSON.parse(body) })
        void Promise.resolve(receiver!.answer()).then((told) => {
          response.writeHead(told.status, "headers" in told ? told.headers : {})
          response.end("body" in told ? told.body : "")
        })
      })
    })
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve))
    closeAfterwards(async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    })
    receiver = new Receiver((server.address() as AddressInfo).port)
    return receiver
  }

  types(): string[] {
    return this.came.map(({ json }) => json.type)
  }
}

/**
 * Verifies a delivery as the specification tells receivers to (Standard Webhooks 1.0.0, "Verifying webhook authenticity"), written from
 * it and not from the sender: a timestamp within five minutes, and one signature of the list that is right for the secret.
 */
export function verifies({ headers, body }: Pick<Came, "headers" | "body">, secret: string, now: Date): boolean {
  const id = String(headers["webhook-id"] ?? "")
  const timestamp = String(headers["webhook-timestamp"] ?? "")
  if (!id || !/^\d+$/.test(timestamp) || Math.abs(now.getTime() / 1000 - Number(timestamp)) > 300) return false
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64")
  const expected = createHmac("sha256", key).update(id).update(".").update(timestamp).update(".").update(body, "utf8").digest()
  return String(headers["webhook-signature"] ?? "")
    .split(" ")
    .some((part) => {
      const [version, signature = ""] = part.split(",")
      const given = Buffer.from(signature, "base64")
      return version === "v1" && given.length === expected.length && timingSafeEqual(given, expected)
    })
}
