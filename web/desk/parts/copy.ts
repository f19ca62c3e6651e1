/** Puts words on the clipboard, on plain http too, where browsers offer only the old way. Gives whether they are there. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copiedByHand(text) // not there on plain http, or refused
  }
}

function copiedByHand(text: string): boolean {
  const before = document.activeElement
  const field = document.createElement("textarea")
  field.value = text
  field.readOnly = true
  field.className = "unseen"
  // A dialog keeps the focus within it.
  const around = before?.closest(".dialog") ?? document.body
  around.append(field)
  field.select()
  const done = document.execCommand("copy")
  field.remove()
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  return done
}
