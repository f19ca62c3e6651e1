import { now, whenPutRight } from "../api/server-clock.ts"
import { newStore } from "../api/store.ts"

/** The time, told to all at once, twice a minute: clocks of waiting people move together. */
const here = newStore(now())
const tell = (): void => here.set(now())
setInterval(tell, 30_000)
whenPutRight(tell)

export const useNow = (): number => here.use()
