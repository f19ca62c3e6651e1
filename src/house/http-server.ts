import { type AddressInfo, isIP } from "node:net"
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

/**
 * The address of whoever asks: the connection's own. A header could say anything, and counts only as far as proxies of the operator's
 * own wrote it.
 */
export function ipReader(proxyHops: number): (request: Request, env: unknown) => string {
  return (request, env) => {
    const own = (env as Partial<HttpBindings> | undefined)?.incoming?.socket.remoteAddress ?? "127.0.0.1"
    if (proxyHops === 0) return own
    const said = (request.headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim())
    const found = said.at(-proxyHops) ?? ""
    return isIP(found) ? found : own
  }
}
