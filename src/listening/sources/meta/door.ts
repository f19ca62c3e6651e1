import { HOUR, SECOND } from "#platform"
import { isSame, isSigned } from "../hub-signature.ts"
import type { SourceGround } from "../source-ground.ts"
import type { PushAnswer, PushRequest, SourceNow } from "../source.ts"
import { inOrder, type Told } from "./in-order.ts"
import { metaCursor } from "./meta-cursor.ts"
import type { MetaSecret } from "./meta-secret.ts"

/** Meta tells again for 36 hours what wasn't taken; what is older is somebody's copy of it, and the next look knows better. */
const OLDEST = 48 * HOUR
const MOST_WANTED = 200
/** Soon enough for what has to be asked for, and late enough to ask for several at once. */
const SOON = 20 * SECOND

/** What a body tells: things, and ids of things that must be asked for. */
export interface Pushed {
  things: Told[]
  wanted?: string[]
}

const answer = (status: number, body = ""): PushAnswer => ({ status, body, reading: null })

/**
 * The door through which Meta tells (developers.facebook.com/docs/graph-api/webhooks/getting-started): it verifies the address once by a
 * word, and signs each body with the app's secret. `read` finds in a body what is this source's own.
 */
export function takeAtDoor<Settings>(
  ground: SourceGround,
  source: SourceNow<Settings, MetaSecret>,
  { method, query, headers, body }: PushRequest,
  read: (body: unknown, now: Date) => Pushed,
): PushAnswer {
  const { secret } = source
  if (!secret) return answer(404)
  if (method === "GET") {
    const isOurs = query.get("hub.mode") === "subscribe" && isSame(query.get("hub.verify_token") ?? "", secret.verify)
    return isOurs ? answer(200, (query.get("hub.challenge") ?? "").slice(0, 500)) : answer(403)
  }
  if (!isSigned(body, headers.get("x-hub-signature-256"), secret.appSecret, ["sha256"])) return answer(403)
  const told = parsed(body)
  if (told === undefined) return answer(400)
  const now = ground.clock.now()
  const { things, wanted = [] } = read(told, now)
  const cursor = metaCursor(source.cursor)
  const fresh = things.filter(({ at }) => at * 1000 > now.getTime() - OLDEST)
  const { heard, gone, told: known } = inOrder(fresh, cursor.told)
  if (heard.length + gone.length + wanted.length === 0) return answer(200)
  const after = { ...cursor, told: known, wanted: [...new Set([...cursor.wanted, ...wanted])].slice(-MOST_WANTED) }
  return {
    ...answer(200),
    reading: {
      heard,
      gone,
      cursor: after,
      from: null,
      through: cursor.through ? new Date(cursor.through) : now,
      next: wanted.length > 0 ? new Date(now.getTime() + SOON) : null,
      more: false,
      remark: null,
    },
  }
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"))
  } catch {
    return undefined // refused as what it is
  }
}
