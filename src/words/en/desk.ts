import { first } from "./desk-first.ts"
import { rest } from "./desk-rest.ts"

/** Every sentence of the desk, in English. The French catalogue must say the same things. */
export const desk = { ...first, ...rest }
