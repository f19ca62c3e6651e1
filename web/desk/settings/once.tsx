import { Button } from "../parts/button.tsx"
import { Dialog } from "../parts/dialog.tsx"
import { useWords } from "../words/use-words.ts"
import { useCopy } from "../parts/use-copy.ts"

/** A secret that is shown this once. */
export function Once({ title, explain, secret, onClose }: { title: string; explain: string; secret: string; onClose: () => void }) {
  const { say } = useWords()
  const copy = useCopy()
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="dialog-words">{explain}</p>
      <input className="input secret" readOnly aria-label={title} value={secret} onFocus={(event) => event.target.select()} />
      <div className="form-end">
        <Button onPress={() => copy(secret)}>{say("act.copy")}</Button>
        <Button kind="main" onPress={onClose}>
          {say("act.done")}
        </Button>
      </div>
    </Dialog>
  )
}
