import { createHmac } from "node:crypto"
import type { z } from "zod"
import { DAY, HOUR, MINUTE } from "#platform"
import { askJson } from "../ask-json.ts"
import type { SourceGround } from "../source-ground.ts"
import { SourceTrouble } from "../source.ts"
import { graphTrouble } from "./graph-trouble.ts"
import type { MetaSecret } from "./meta-secret.ts"
import { usageOf } from "./usage.ts"

/** From here on one is sparing, and from there one stops. */
const SPARING = 80
const FULL = 100

/** Meta's Graph API, asked on behalf of one account. It remembers how much of the account's share of calls is used up. */
export class Graph {
  readonly #ground: SourceGround
  readonly #api: string
  readonly #secret: MetaSecret
  #waits: Date | null = null

  /** @throws SourceTrouble without a key */
  constructor(ground: SourceGround, api: string, secret: MetaSecret | null) {
    if (!secret) throw new SourceTrouble("needs-approval", { remark: { key: "listening.remark.needsToken" } })
    this.#ground = ground
    this.#api = api.replace(/\/$/, "")
    this.#secret = secret
  }

  /** Until when calls should wait, as the answers until now said. */
  get waits(): Date | null {
    return this.#waits
  }

  /** @throws SourceTrouble; also when the share of calls is used up, before Meta has to say so */
  async ask<T>(path: string, params: Readonly<Record<string, string | null>>, shape: z.ZodType<T>): Promise<T> {
    const now = this.#ground.clock.now()
    if (this.#waits && this.#waits.getTime() > now.getTime() + SPARING_PAUSE) throw new SourceTrouble("throttled", { until: this.#waits })
    const url = new URL(`${this.#api}/${path}`)
    for (const [name, value] of Object.entries(params)) if (value !== null) url.searchParams.set(name, value)
    url.searchParams.set("access_token", this.#secret.token)
    // With it a stolen token alone is worth nothing (developers.facebook.com/docs/graph-api/guides/secure-requests).
    url.searchParams.set("appsecret_proof", createHmac("sha256", this.#secret.appSecret).update(this.#secret.token).digest("hex"))
    const { value, headers } = await askJson(this.#ground, url.href, shape, { judge: graphTrouble, redirects: 0 })
    const { percent, regain } = usageOf(headers)
    if (percent >= FULL) this.#waits = new Date(now.getTime() + Math.min(Math.max(regain * MINUTE, HOUR), DAY))
    else if (percent >= SPARING) this.#waits = new Date(now.getTime() + SPARING_PAUSE)
    return value
  }
}

const SPARING_PAUSE = 45 * MINUTE
