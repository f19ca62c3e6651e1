import { z } from "zod"
import { graphUrl, isNotShown } from "#places"
import { DAY, HOUR, MINUTE } from "#platform"
import { askJson, type Judge } from "../ask-json.ts"
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
    this.#api = api
    this.#secret = secret
  }

  /** Until when calls should wait, as the answers until now said. */
  get waits(): Date | null {
    return this.#waits
  }

  /** @throws SourceTrouble; also when the share of calls is used up, before Meta has to say so */
  ask<T>(path: string, params: Readonly<Record<string, string | null>>, shape: z.ZodType<T>): Promise<T> {
    return this.#ask(path, params, shape, graphTrouble)
  }

  /** Whether Meta shows a thing by its id; if it doesn't, the thing was deleted or isn't for this key. @throws SourceTrouble */
  async shows(id: string): Promise<boolean> {
    let isShown = true
    const judge: Judge = (status, body, now) => {
      isShown = !isNotShown(body)
      return graphTrouble(status, body, now)
    }
    try {
      await this.#ask(id, { fields: "id" }, z.object({ id: z.coerce.string() }), judge)
    } catch (error) {
      if (isShown) throw error
    }
    return isShown
  }

  async #ask<T>(path: string, params: Readonly<Record<string, string | null>>, shape: z.ZodType<T>, judge: Judge): Promise<T> {
    const now = this.#ground.clock.now()
    if (this.#waits && this.#waits.getTime() > now.getTime() + SPARING_PAUSE) throw new SourceTrouble("throttled", { until: this.#waits })
    const url = graphUrl(this.#api, path, params, this.#secret)
    const { value, headers } = await askJson(this.#ground, url.href, shape, { judge, redirects: 0 })
    const { percent, regain } = usageOf(headers)
    if (percent >= FULL) this.#waits = new Date(now.getTime() + Math.min(Math.max(regain * MINUTE, HOUR), DAY))
    else if (percent >= SPARING) this.#waits = new Date(now.getTime() + SPARING_PAUSE)
    return value
  }
}

const SPARING_PAUSE = 45 * MINUTE
