const MAC = /Mac|iPhone|iPad/.test(navigator.platform)

/** Keys that only change what another key means, or of which nothing can be told. */
const NOTHING: ReadonlySet<string> = new Set([
  "Shift",
  "Control",
  "Alt",
  "Meta",
  "AltGraph",
  "CapsLock",
  "NumLock",
  "Fn",
  "Dead",
  "Process",
  "Compose",
  "Unidentified",
])

/** A key as it is written down: "j", "J", "?", "Mod+k", "Alt+Shift+ArrowUp". Null: only held for another, or part of a letter being composed. */
export function strokeOf(event: KeyboardEvent): string | null {
  const { key } = event
  // Some browsers tell of a letter being composed by 229 alone.
  if (event.isComposing || event.keyCode === 229 || NOTHING.has(key)) return null
  const written = event.getModifierState("AltGraph")
  const mod = !written && (MAC ? event.metaKey : event.ctrlKey)
  const other = !written && (MAC ? event.ctrlKey : event.metaKey)
  const alt = !written && event.altKey
  const held = mod || other || alt
  const sign = [...key].length === 1
  const name = key === " " ? "Space" : !sign ? key : event.shiftKey && !held ? key.toLocaleUpperCase() : key.toLocaleLowerCase()
  return [mod && "Mod", other && (MAC ? "Ctrl" : "Meta"), alt && "Alt", event.shiftKey && (held || !sign) && "Shift", name]
    .filter(Boolean)
    .join("+")
}

const DRAWN: Readonly<Record<string, string>> = {
  Mod: MAC ? "⌘" : "Ctrl",
  Ctrl: MAC ? "⌃" : "Ctrl",
  Alt: MAC ? "⌥" : "Alt",
  Shift: MAC ? "⇧" : "Shift",
  Meta: "Meta",
  Enter: "⏎",
  Escape: "Esc",
  Backspace: "⌫",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
}

/** The key caps to draw, stroke after stroke: "Mod+k" is [["Ctrl", "k"]], "g m" [["g"], ["m"]], "J" [["Shift", "j"]]. */
export function caps(keys: string): string[][] {
  return keys.split(" ").map((stroke) => {
    const parts = stroke === "+" ? ["+"] : stroke.split(/\+(?=.)/)
    const name = parts.at(-1) ?? ""
    const upper = parts.length === 1 && [...name].length === 1 && name !== name.toLocaleLowerCase()
    return [...(upper ? ["Shift"] : []), ...parts.slice(0, -1), upper ? name.toLocaleLowerCase() : name].map((part) => DRAWN[part] ?? part)
  })
}

/** The same on one line, for a hint: "Ctrl k", "g m". */
export const capsLine = (keys: string): string => caps(keys).flat().join(" ")

/** As assistive technology is told (`aria-keyshortcuts`). */
export function ariaKeys(keys: string): string | undefined {
  const [first, ...more] = keys.split(" ")
  if (!first || more.length) return undefined // it knows no keys one after another
  return first.replace("Mod", MAC ? "Meta" : "Control")
}
