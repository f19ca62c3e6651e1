import { readHere, writeHere } from "../api/browser-store.ts"
import { newStore } from "../api/store.ts"

export type Appearance = "system" | "light" | "dark"
const KEPT = "vigie.appearance"

function kept(): Appearance {
  const value = readHere(KEPT)
  return value === "light" || value === "dark" ? value : "system"
}

/** Light, dark, or as the system has it. */
export const appearance = newStore<Appearance>(kept())

export function appear(next: Appearance): void {
  writeHere(KEPT, next)
  appearance.set(next)
  show(next)
}

function show(value: Appearance): void {
  if (value === "system") delete document.documentElement.dataset["appearance"]
  else document.documentElement.dataset["appearance"] = value
}

show(kept())
