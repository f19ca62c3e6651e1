import { write } from "../composer/composer-state.ts"

const PATIENCE = 3000
/** Not everybody is greeted. */
const GREETING = 1500

/**
 * Puts text where the caret is in the composer, through the browser's own editing, so that Ctrl+Z takes it back; opens an answer when
 * nothing is being written. `over`: in the place of all that stands there.
 */
export async function typeIntoComposer(text: string, over = false): Promise<boolean> {
  const opened = document.querySelector(".composer") === null
  if (opened) write("reply", [])
  const box = await composerBox()
  if (!box) return false
  if (opened) {
    await settled(box)
    if (!box.isConnected) return false
    box.setSelectionRange(box.value.length, box.value.length)
  }
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

/** A composer that was just opened fetches its draft and its greeting: what is inserted goes below them. */
async function settled(box: HTMLTextAreaElement): Promise<void> {
  const end = performance.now() + GREETING
  while (box.value === "" && performance.now() < end) await new Promise(requestAnimationFrame)
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
