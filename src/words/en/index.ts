import { request } from "./request.ts"

/** Every sentence shown to a person, in English. The French catalogue must say the same things. */
export const en = { ...request }
