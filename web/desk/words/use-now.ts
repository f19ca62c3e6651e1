import { newStore } from "../api/store.ts"

/** The time, told to all at once, twice a minute: clocks of waiting people move together. */
const now = newStore(Date.now())
setInterval(() => now.set(Date.now()), 30_000)

export const useNow = (): number => now.use()
