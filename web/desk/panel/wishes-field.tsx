import { useState } from "react"
import type { Contact } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { useMayAct } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import { WishesLine } from "./wishes-line.tsx"
import { latePart } from "../parts/late-part.tsx"

const WishesForm = latePart(async () => (await import("./wishes-form.tsx")).WishesForm)

/** Where and when they wish to be reached: read as a line, opened in its place to be changed. */
export function WishesField({ contact }: { contact: Contact }) {
  const { say } = useWords()
  const may = useMayAct()
  const [open, setOpen] = useState(false)
  if (open) return <WishesForm contact={contact} onClose={() => setOpen(false)} />
  return (
    <>
      <WishesLine contact={contact} />
      {may && (
        <Button kind="quiet" icon="clock" onPress={() => setOpen(true)}>
          {say("wishes.change")}
        </Button>
      )}
    </>
  )
}
