import { Button } from "../parts/button.tsx"
import { Dialog } from "../parts/dialog.tsx"
import { tell } from "../shell/notices.tsx"
import { useWords } from "../words/use-words.ts"

/** A secret that is shown this once. */
export function Once({ title, explain, secret, onClose }: { title: string; explain: string; secret: string; onClose: () => void }) {
  const { say } = useWords()
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="dialog-words">{explain}</p>
      <input className="input secret" readOnly aria-label={title} value={secret} onFocus={(event) => event.target.select()} />
      <div className="form-end">
        <Button onPress={() => void navigator.clipboard?.writeText(secret).then(() => tell(say("done.copied")))}>{say("act.copy")}</Button>
        <Button kind="main" onPress={onClose}>
          {say("act.done")}
        </Button>
      </div>
    </Dialog>
  )
}
