import { use } from "react"
import { useWords } from "../words/use-words.ts"
import { Button } from "./button.tsx"
import { FormForget } from "./form-errors.ts"

/** The way back out of a form: what was typed is given up. */
export function FormCancel({ onPress }: { onPress: () => void }) {
  const { say } = useWords()
  const forget = use(FormForget)
  return (
    <Button
      kind="quiet"
      onPress={() => {
        forget()
        onPress()
      }}
    >
      {say("act.cancel")}
    </Button>
  )
}
