import { newStore } from "../api/store.ts"

/** Room for the panel beside the thread. */
export const BESIDE = "(min-width: 68.75rem)"

/** Whether the case panel shows; where there is no room for it beside the thread it lies over it. */
export const panelOpen = newStore(matchMedia(BESIDE).matches)
