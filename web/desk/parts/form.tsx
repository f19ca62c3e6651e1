import type { ReactNode } from "react"
import type { FormPost } from "./form-keys.ts"
import { latePart } from "./late-part.tsx"

/** What a form's sending may give: nothing was kept yet, and what is typed is still to be kept. */
export const NOT_YET = "not yet"

export interface FormProps {
  children: ReactNode
  /** Sends what was typed. What the server refuses is shown beside each field, and nothing typed goes away. */
  onSend: (values: FormValues) => Promise<unknown>
  /** What tells this form from others of the same page. What is typed outlives a crash of the tab under this name. */
  keeps: string
  className?: string
  clearAfter?: boolean
}

export interface FormValues {
  text: (name: string) => string
  is: (name: string) => boolean
  all: (name: string) => string[]
  /** Sends what was typed. What means the same is done once, however often it is sent. */
  post: FormPost
}

/** Fields that are sent together. */
export const Form = latePart(async () => (await import("./form-itself.tsx")).FormItself)
