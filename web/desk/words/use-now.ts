import { ahead } from "../api/server-clock.ts"
import { newStore } from "../api/store.ts"

/** The time, told to all at once, twice a minute: clocks of waiting people move together. */
const here = newStore(Date.now())
setInterval(() => here.set(Date.now()), 30_000)

export const useNow = (): number => here.use() + ahead.use()
