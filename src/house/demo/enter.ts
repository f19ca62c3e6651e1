import type { openDemo as open } from "./open-demo.ts"

/** Opens the example company, which is read in for that: a house of one's own needs none of it. */
export const openDemo: typeof open = async (...asked) => (await import("./open-demo.ts")).openDemo(...asked)
