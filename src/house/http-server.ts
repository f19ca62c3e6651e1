import type { AddressInfo } from "node:net"
import { createAdaptorServer, type HttpBindings } from "@hono/node-server"
import type { OpenAPIHono } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import type { Listen } from "#platform"

export interface HttpServer {
  port: number
  /** Takes no more requests, and ends idle connections; those being answered finish. */
  stop(): Promise<void>
}

export async function serveHttp(app: OpenAPIHono<PeopleEnv>, { host, port }: Listen): Promise<HttpServer> {
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, host, () => resolve())
  })
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ("closeIdleConnections" in server) server.closeIdleConnections()
        setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), 3000).unref()
      }),
  }
}

/** The address of whoever asks: the connection's own. A header could say anything. */
export function ipOf(_request: Request, env: unknown): string {
  const incoming = (env as Partial<HttpBindings> | undefined)?.incoming
  return incoming?.socket.remoteAddress ?? "127.0.0.1"
}
