import { createContext, use } from "react"
import type { Me } from "../api/types.ts"

export const MeContext = createContext<Me | null>(null)

/** Who is signed in. Only under the gate. */
export function useMe(): Me {
  const me = use(MeContext)
  if (!me) throw new Error("nobody is signed in here")
  return me
}

/** Observers read; the others act. */
export const useMayAct = (): boolean => useMe().role !== "observer"
