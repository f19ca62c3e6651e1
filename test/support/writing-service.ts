import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { closeAfterwards } from "./database.ts"
import type { Json } from "./house.ts"

export interface AskedOfService {
  path: string
  authorization: string | undefined
  body: Json
  /** All that it was told, in one text. */
  text: string
}

/** How the service answers: words by pieces, or one of the ways in which a service fails. */
export type Manner =
  | { words: readonly string[]; cut?: true }
  | { whole: string; cut?: true }
  | { status: number; body: string }
  | { refusal: string }
  | { raw: string }
  | { slow: true; words: readonly string[] }
  | { endless: true }

/** A stand-in for a service that speaks OpenAI's chat completions: it keeps what it was asked and answers as it is told to. */
export class WritingService {
  readonly asked: AskedOfService[] = []
  manner: Manner = { words: ["Ready."] }
  /** How many were hung up on before they had said all. */
  hungUp = 0
  readonly url: string
  #go: (() => void)[] = []

  private constructor(port: number) {
    this.url = `http://localhost:${port}/v1`
  }

  static async open(): Promise<WritingService> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve))
    const service = new WritingService((server.address() as AddressInfo).port)
    server.on("request", (request, response) => void service.#answer(request, response))
    closeAfterwards(async () => {
      service.goOn()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    })
    return service
  }

  /** Lets a slow answer go on. */
  goOn(): void {
    for (const go of this.#go.splice(0)) go()
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = ""
    for await (const chunk of request) text += String(chunk)
    this.asked.push({ path: request.url ?? "", authorization: request.headers.authorization, body: JSON.parse(text), text })
    response.on("close", () => {
      if (!response.writableFinished) this.hungUp++
    })
    const { manner } = this
    if ("status" in manner) return void response.writeHead(manner.status, { "content-type": "application/json" }).end(manner.body)
    if ("whole" in manner) {
      const body = JSON.stringify({
        choices: [{ message: { role: "assistant", content: manner.whole }, finish_reason: manner.cut ? "length" : "stop" }],
      })
      return void response.writeHead(200, { "content-type": "application/json" }).end(body)
    }
    response.writeHead(200, { "content-type": "text/event-stream" })
    if ("raw" in manner) return void response.end(manner.raw)
    if ("refusal" in manner) return void response.end(`${event({ refusal: manner.refusal })}data: [DONE]\n\n`)
    if ("endless" in manner) {
      while (!response.destroyed) {
        if (!response.write(event({ content: "again and again ".repeat(500) })))
          await new Promise((resolve) => response.once("drain", resolve).once("close", resolve))
      }
      return
    }
    for (const [i, words] of manner.words.entries()) {
      if ("slow" in manner && i > 0) await new Promise<void>((resolve) => this.#go.push(resolve))
      if (response.destroyed) return
      response.write(event({ content: words }))
    }
    if ("cut" in manner) response.write(event({}, "length"))
    response.end("data: [DONE]\n\n")
  }
}

const event = (delta: object, finish_reason: string | null = null): string =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason }] })}\n\n`
