import { newStore } from "../api/store.ts"

/** The agent's time zone; the browser's until we know who is there. */
export const timeZone = newStore(Intl.DateTimeFormat().resolvedOptions().timeZone)
