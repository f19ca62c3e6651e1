import { BlockList, isIP } from "node:net"

/** How the relay is reached, read from `VIGIE_RELAY`. */
export interface RelayAddress {
  host: string
  port: number
  /** TLS from the first byte (smtps). */
  implicitTls: boolean
  /** Nothing is said in clear: with a password, unless the relay is on this machine, and where `?tls=required` asks for it. */
  requireTls: boolean
  /** The certificate must be right. Without a password TLS is taken as it comes, as between mail servers. */
  verify: boolean
  auth: { user: string; password: string } | null
}

const local = new BlockList()
local.addSubnet("127.0.0.0", 8)
local.addAddress("::1", "ipv6")

/** `smtp://user:password@relay.example:587?tls=required|as-offered&verify=no` */
export function readRelay(url: URL): RelayAddress {
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1")
  const auth = url.username ? { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) } : null
  const implicitTls = url.protocol === "smtps:"
  const asked = url.searchParams.get("tls")
  const requireTls = !implicitTls && (asked === "required" || (auth !== null && asked !== "as-offered" && !isLocal(host)))
  return {
    host,
    port: url.port ? Number(url.port) : implicitTls ? 465 : auth ? 587 : 25,
    implicitTls,
    requireTls,
    verify: url.searchParams.get("verify") !== "no" && (requireTls || implicitTls) && !isLocal(host),
    auth,
  }
}

function isLocal(host: string): boolean {
  const family = isIP(host)
  return host === "localhost" || (family !== 0 && local.check(host, family === 6 ? "ipv6" : "ipv4"))
}
