import { createContext, use } from "react"

/** What the server found wrong with each field, until the form is sent again: nothing jumps away while one corrects it. */
export const FormErrors = createContext<Readonly<Record<string, string>>>({})

/** Lets go of what was typed in the form around. */
export const FormForget = createContext<() => void>(() => {})

export function useFieldError(name: string): string | null {
  return use(FormErrors)[name] ?? null
}
