import { writing, write } from "../composer/composer-state.ts"

const PATIENCE = 3000

/**
 * Puts text where the caret is in the composer, through the browser's own editing, so that Ctrl+Z takes it back; opens an answer when
 * nothing is being written. `over`: in the place of all that stands there.
 */
export async function typeIntoComposer(text: string, over = false): Promise<boolean> {
  if (!writing.get()) write("reply")
  const box = await composerBox()
  if (!box) return false
  box.focus()
  if (over) box.select()
  const { selectionStart: from, selectionEnd: to, value } = box
  const before = value.slice(0, from)
  const after = value.slice(to)
  // An article is a paragraph of its own.
  const lead = over || before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n"
  const trail = over || after.startsWith("\n") ? "" : after === "" ? "\n" : "\n\n"
  if (document.execCommand("insertText", false, `${lead}${text}${trail}`)) return true
  box.setRangeText(`${lead}${text}${trail}`, from, to, "end")
  return box.dispatchEvent(new InputEvent("input", { bubbles: true }))
}

/** The field of the composer, as soon as it is there. */
async function composerBox(): Promise<HTMLTextAreaElement | null> {
  const end = performance.now() + PATIENCE
  for (;;) {
    const box = document.querySelector<HTMLTextAreaElement>(".composer textarea")
    if (box && !box.disabled) return box
    if (performance.now() > end) return null
    await new Promise(requestAnimationFrame)
  }
}
