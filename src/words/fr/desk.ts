import type { desk as english } from "../en/desk.ts"
import type { Sentence } from "../fill.ts"
import { first } from "./desk-first.ts"
import { rest } from "./desk-rest.ts"

/** Every sentence of the desk, in French. */
export const desk = { ...first, ...rest } satisfies Record<keyof typeof english, Sentence>
