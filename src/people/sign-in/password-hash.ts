import { hash, verify } from "@node-rs/argon2"
import { Unavailable } from "#platform"

/** argon2id with 19 MiB, two passes, one lane: the second of OWASP's equal choices, 30 ms here. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Each takes a thread and 19 MiB: few at once, and a queue that says when it is full, so that a flood of tries starves nothing else. */
const AT_ONCE = 2
const WAITING = 50
let running = 0
const queue: (() => void)[] = []

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFKC"), COST))
}

let decoy: Promise<string> | null = null

/** The same work whether there is a password to compare with or none, so that the time it takes tells nothing. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("a password that nobody has")
  const against = stored ?? (await decoy)
  const same = await inTurn(() => verify(against, password.normalize("NFKC")))
  return same && stored !== null
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < AT_ONCE) running++
  else if (queue.length >= WAITING) throw new Unavailable("people.signIn.busy")
  else await new Promise<void>((resolve) => queue.push(resolve))
  try {
    return await work()
  } finally {
    const next = queue.shift()
    if (next) next()
    else running--
  }
}
