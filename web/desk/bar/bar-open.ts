import { newStore } from "../api/store.ts"

/** Whether the command bar is shown. */
export const barOpen = newStore(false)
