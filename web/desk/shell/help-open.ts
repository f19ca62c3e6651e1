import { newStore } from "../api/store.ts"

/** Whether the list of keys is shown. */
export const helpOpen = newStore(false)
