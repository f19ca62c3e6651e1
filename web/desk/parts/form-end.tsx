import { type ReactNode, use } from "react"
import { useWords } from "../words/use-words.ts"
import { Button } from "./button.tsx"
import { FormForget } from "./form-errors.ts"

/** The end of a form that can be left: the way back, and what sends it. */
export function FormEnd({ onCancel, children }: { onCancel: () => void; children: ReactNode }) {
  const { say } = useWords()
  const forget = use(FormForget)
  return (
    <div className="form-end">
      <Button
        kind="quiet"
        onPress={() => {
          forget()
          onCancel()
        }}
      >
        {say("act.cancel")}
      </Button>
      <Button kind="main" type="submit">
        {children}
      </Button>
    </div>
  )
}
