import type { Listen } from "#platform"
import { readBanner } from "./banner.ts"
import { fail, type Finding, ok, warn } from "./finding.ts"

/** The intake: answers when the server runs. */
export async function checkIntake(listen: Listen, running: boolean): Promise<Finding> {
  const address = `${listen.host}:${listen.port}`
  if (!running) return ok("doctor.smtp.stopped", { address })
  const banner = await readBanner(listen, false)
  if ("problem" in banner) return fail("doctor.smtp.silent", { address, problem: banner.problem }, "doctor.smtp.todo")
  if (!banner.line.startsWith("220")) return fail("doctor.smtp.refuses", { address, answer: banner.line }, "doctor.smtp.todo")
  return ok("doctor.smtp.ok", { address })
}

/** The relay through which mail leaves. */
export async function checkRelay(relay: URL | null): Promise<Finding> {
  if (!relay) return warn("doctor.relay.none", {}, "doctor.relay.none.todo")
  const tls = relay.protocol === "smtps:"
  const listen = { host: relay.hostname.replace(/^\[(.*)\]$/, "$1"), port: Number(relay.port) || (tls ? 465 : relay.username ? 587 : 25) }
  const address = `${listen.host}:${listen.port}`
  const banner = await readBanner(listen, tls)
  if ("problem" in banner) return fail("doctor.relay.away", { address, problem: banner.problem }, "doctor.relay.todo")
  if (!banner.line.startsWith("220")) return fail("doctor.relay.refuses", { address, answer: banner.line }, "doctor.relay.todo")
  return ok("doctor.relay.ok", { address })
}
