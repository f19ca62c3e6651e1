import type { en } from "../en/index.ts"
import type { Sentence } from "../index.ts"
import { cases } from "./cases.ts"
import { request } from "./request.ts"
import { contacts } from "./contacts.ts"

/** Every sentence shown to a person, in French. */
export const fr = { ...cases, ...request, ...contacts } satisfies Record<keyof typeof en, Sentence>
