import { createContext, use } from "react"

/** What the server found wrong with each field, until the form is sent again: nothing jumps away while one corrects it. */
export const FormErrors = createContext<Readonly<Record<string, string>>>({})

export function useFieldError(name: string): string | null {
  return use(FormErrors)[name] ?? null
}
