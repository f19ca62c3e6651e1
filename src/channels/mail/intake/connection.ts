import { failpoint } from "#platform"
import { SMTPConnection } from "smtp-server/lib/smtp-connection.js"
import { SMTPStream } from "smtp-server/lib/smtp-stream.js"
import type { MailEnvelope } from "../envelope.ts"
import { DataReader } from "./data-reader.ts"
import { readQuotedLocal } from "./quoted-local.ts"
import type { Reception } from "./reception.ts"
import { REPLIES, type Reply } from "./reply.ts"
import type { IntakeServer } from "./server.ts"

/** Bytes read after the limit before the sender is cut off: enough for an honest one to reach its end and hear why. */
const PATIENCE = 4

/**
 * One SMTP session. Commands, replies and TLS are smtp-server's; the way from DATA to its answer is our own: it goes to the spool
 * without the streams in between, and it ends at CRLF.CRLF alone.
 */
export class IntakeConnection extends SMTPConnection {
  declare _server: IntakeServer
  #leave: (() => void) | null = null
  #reception: Reception | null = null

  /** smtp-server waits 100 ms here for those who talk before they are greeted; mail programs that matter pay for it too. */
  override init(): void {
    this._setListeners(() => {
      this.#leave = this._server.parts.admission.enter(this.remoteAddress)
      if (!this.#leave) {
        this._server.parts.refused("tooManySessions")
        return this.#say(REPLIES.tooManySessions)
      }
      this.connectionReady()
    })
  }

  /**
   * Answers also a sender that has closed its own side already. Ours carry their enhanced code in the text, where the code alone
   * doesn't say enough. Control characters never reach the line: they would make two answers of one.
   */
  override send(code: number, data?: string | string[] | null, context?: string | false): void {
    const lines = Array.isArray(data) ? data : [data ?? ""]
    const ours = /^[245]\.\d\.\d /.test(lines[0] ?? "")
    const enhanced = ours ? "" : this._getEnhancedStatusCode(code, context)
    const answer = lines.map((line, i) => {
      const parts = [`${code}${i < lines.length - 1 ? "-" : " "}${enhanced}`, line.replace(/\p{Cc}/gu, " ")]
      return `${parts.filter(Boolean).join(enhanced ? " " : "")}\r\n`
    })
    // While the TLS handshake runs the socket is still the clear one.
    if (!this._upgrading && this._socket.writable) this._socket.write(answer.join(""))
    if (code === 421) this.close()
  }

  override close(): void {
    this.#free()
    super.close()
  }

  override _parseAddressCommand(name: string, command: Buffer | string): ReturnType<SMTPConnection["_parseAddressCommand"]> {
    return readQuotedLocal(command, (plain) => super._parseAddressCommand(name, plain))
  }

  override _createParser(): SMTPStream {
    const parser = new IntakeParser()
    parser.oncommand = (command, callback) => this._onCommand(command, callback)
    parser.on("error", (error) => this.send(421, `Error: ${error.message}`))
    // The sender has closed its side and has had every answer.
    parser.on("finish", () => {
      if (!this._upgrading) this.close()
    })
    return parser
  }

  override handler_DATA(_command: Buffer, callback: () => void): void {
    const parser = this._parser
    if (!(parser instanceof IntakeParser) || this.session.envelope.rcptTo.length === 0) {
      this.send(503, "Error: need RCPT command")
      return callback()
    }
    const reception = this._server.parts.receive(this.#envelope())
    this.#reception = reception
    parser.receive(reception, (resume) => {
      // The idle clock stands still while the sender waits for us.
      this._handlerPending = true
      void reception.finish().then((name) => {
        this.#reception = null
        this._handlerPending = false
        if (name !== "accepted") this._server.parts.refused(name)
        this.#say(REPLIES[name])
        if (name === "accepted") failpoint("after-250")
        this._transactionCounter++
        this._unrecognizedCommands = 0
        this._resetSession()
        if (this._server.stopping) this.dismiss()
        else this._whenWritable(resume)
      })
    })
    parser.tooLong = () => {
      this.#say(REPLIES.tooLarge)
      this.close()
    }
    this.send(354, "End data with <CR><LF>.<CR><LF>")
    callback()
  }

  /** Says goodbye, unless a mail is just coming in: that one is finished first. */
  dismiss(): void {
    if (!this.#reception) this.#say(REPLIES.stopping)
  }

  override _onClose(): void {
    this.#free()
    // What was received whole is kept, heard or not; the rest was never promised.
    if (this.#reception && !this._handlerPending) void this.#reception.abandon()
    this.#reception = null
    super._onClose()
  }

  #free(): void {
    this.#leave?.()
    this.#leave = null
  }

  #say({ code, text }: Reply): void {
    this.send(code, text, false)
  }

  #envelope(): MailEnvelope {
    const { envelope, hostNameAppearsAs } = this.session
    const tls = this.tlsOptions
    return {
      via: "smtp",
      from: envelope.mailFrom ? envelope.mailFrom.address : "",
      to: envelope.rcptTo.map(({ address }) => address),
      inbox: null,
      source: null,
      ip: this.remoteAddress,
      helo: hostNameAppearsAs || null,
      tls: tls ? `${tls.version} ${tls.name}` : null,
      at: this._server.parts.now().toISOString(),
    }
  }
}

/** smtp-server's parser of commands, with our reader of content. */
class IntakeParser extends SMTPStream {
  tooLong: (() => void) | null = null
  #reader = new DataReader()
  #reception: Reception | null = null
  #ended: ((resume: () => void) => void) | null = null

  receive(reception: Reception, ended: (resume: () => void) => void): void {
    this.#reader = new DataReader()
    this.#reception = reception
    this.#ended = ended
    this._dataMode = true
  }

  override _feedDataStream(chunk: Buffer, done: (error?: Error | null) => void): void {
    const reception = this.#reception!
    const end = this.#reader.read(chunk, (piece) => reception.take(piece))
    if (end < 0) {
      if (reception.exhausted(PATIENCE)) this.tooLong?.()
      const flow = reception.flow()
      return flow ? void flow.then(() => done()) : done()
    }
    this._dataMode = false
    this._remainder = ""
    this.#reception = null
    this.#ended!(() => this._write(chunk.subarray(end), "buffer", done))
  }
}
