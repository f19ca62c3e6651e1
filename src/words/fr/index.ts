import type { en } from "../en/index.ts"
import type { Sentence } from "../index.ts"
import { request } from "./request.ts"

/** Every sentence shown to a person, in French. */
export const fr = { ...request } satisfies Record<keyof typeof en, Sentence>
