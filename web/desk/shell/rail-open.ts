import { newStore } from "../api/store.ts"

/** Where there is room for one pane only: whether the rail lies over it. */
export const railOpen = newStore(false)
