import type { Values } from "#platform"

/** One line of what the doctor says: how a part is, in words, and what to do where something is wrong. */
export interface Finding {
  state: "ok" | "warn" | "fail"
  key: string
  values?: Values
  todo?: string
}

export const ok = (key: string, values: Values = {}): Finding => ({ state: "ok", key, values })
export const warn = (key: string, values: Values = {}, todo?: string): Finding => ({
  state: "warn",
  key,
  values,
  ...(todo ? { todo } : {}),
})
export const fail = (key: string, values: Values = {}, todo?: string): Finding => ({
  state: "fail",
  key,
  values,
  ...(todo ? { todo } : {}),
})
