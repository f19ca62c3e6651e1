import type { Socket } from "node:net"
import type { TLSSocket } from "node:tls"
import { SMTPServer, type SMTPServerOptions } from "smtp-server"
import type { SMTPConnectionOptions } from "smtp-server/lib/smtp-connection.js"
import type { MailEnvelope } from "../envelope.ts"
import type { Admission } from "./admission.ts"
import { IntakeConnection } from "./connection.ts"
import type { Reception } from "./reception.ts"
import type { ReplyName } from "./reply.ts"

/** What every session needs of the house. */
export interface IntakeParts {
  admission: Admission
  receive: (envelope: MailEnvelope) => Reception
  refused: (name: ReplyName) => void
  now: () => Date
}

/** smtp-server with our sessions. */
export class IntakeServer extends SMTPServer {
  readonly parts: IntakeParts
  stopping = false

  constructor(parts: IntakeParts, options: SMTPServerOptions) {
    super(options)
    this.parts = parts
  }

  override connect(socket: Socket | TLSSocket, options?: SMTPConnectionOptions | null): void {
    const connection = new IntakeConnection(this, socket, options)
    this.connections.add(connection)
    connection.on("error", (error: Error) => this.emit("error", error))
    connection.init()
  }

  /** Takes no new session, says goodbye to idle ones, lets mails that are coming in end. Resolves when the last session is gone. */
  async stop(graceMs: number): Promise<void> {
    this.stopping = true
    this.options.closeTimeout = Math.max(1, graceMs)
    const closed = new Promise<void>((resolve) => this.close(resolve))
    for (const connection of this.connections) if (connection instanceof IntakeConnection) connection.dismiss()
    await closed
  }
}
