import { useEffect, useRef } from "react"
import { newStore } from "../api/store.ts"
import { barOpen, typeEarly } from "../bar/bar-open.ts"
import { COMMAND_IDS, COMMANDS, type CommandId } from "./commands.ts"
import { isSingle, keysOf, letters, myKeys } from "./my-keys.ts"
import { strokeOf } from "./strokes.ts"

/** What commands do while this component is there; undefined: not now. */
export type Doing = Readonly<Partial<Record<CommandId, (() => void) | undefined>>>

const layers: { current: Doing }[] = []

/** Says what commands do here. A later component's word comes before an earlier one's. */
export function useCommands(doing: Doing): void {
  const layer = useRef(doing)
  useEffect(() => {
    layer.current = doing
  })
  useEffect(() => {
    layers.push(layer)
    return () => void layers.splice(layers.indexOf(layer), 1)
  }, [])
}

/** What the command would do now; undefined: nothing. */
export const doingOf = (id: CommandId): (() => void) | undefined => layers.findLast((layer) => layer.current[id])?.current[id]

/** Commands that can be done now. */
export const possible = (): CommandId[] => COMMAND_IDS.filter((id) => doingOf(id))

/** The first keys of several, while the next is awaited. */
export const begun = newStore("")
const PATIENCE = 1500
let forget: ReturnType<typeof setTimeout> | undefined

/** Whether the person is writing, or choosing in a menu or a dialog, where letters mean letters. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=menu], [role=listbox], [role=dialog]",
    ) !== null
  )
}

/** A key that writes something. */
export const isLetter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => key.length === 1 && !ctrlKey && !metaKey && !altKey

/** Whether a letter is for the desk, wherever it is typed: the bar is about to open, or keys have begun that go on. */
export const awaitsLetters = (): boolean => barOpen.get() || begun.get() !== ""

addEventListener("keydown", (event) => {
  if (event.defaultPrevented) return
  const typing = isTyping(event.target)
  if (typing && isLetter(event) && !awaitsLetters()) return // asked first: it is asked for each letter that is written
  if (document.querySelector(".modal, .menu, [data-over]")) return
  if (barOpen.get()) return typeEarly(event)
  const stroke = strokeOf(event)
  if (stroke === null) return
  const before = typing ? "" : begun.get()
  expect("")
  for (const keys of before ? [`${before} ${stroke}`, stroke] : [stroke]) {
    const found = find(keys, typing, event.repeat)
    if (found === null) continue
    event.preventDefault()
    if (found === "more") expect(keys)
    else found()
    return
  }
})

function expect(keys: string): void {
  clearTimeout(forget)
  begun.set(keys)
  if (keys) forget = setTimeout(() => begun.set(""), PATIENCE)
}

/** What these keys do now; "more": they begin something; null: nothing. Of two commands on the same keys the later component's is done. */
function find(keys: string, typing: boolean, repeated: boolean): (() => void) | "more" | null {
  const mine = myKeys.get()
  const single = letters.get()
  for (const layer of layers.toReversed()) {
    for (const [name, act] of Object.entries(layer.current)) {
      const id = name as CommandId
      const command = COMMANDS[id]
      if (!act || (typing && !command.typing)) continue
      if (!keysOf(id, mine).some((each) => each === keys && (single || !isSingle(each)))) continue
      return repeated && !command.repeats ? () => {} : act
    }
  }
  const begins = (id: CommandId): boolean =>
    keysOf(id, mine).some((each) => each.startsWith(`${keys} `) && (single || !isSingle(each))) && doingOf(id) !== undefined
  return !typing && COMMAND_IDS.some(begins) ? "more" : null
}
