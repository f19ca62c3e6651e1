import { useQueryClient } from "@tanstack/react-query"
import { useId, useImperativeHandle, useLayoutEffect, useRef, type Ref } from "react"
import { useWords } from "../words/use-words.ts"
import type { Called } from "./caret/called.ts"
import type { Around } from "./caret/caret-source.ts"
import { useCaretList } from "./caret/use-caret-list.ts"
import { CaretList } from "./caret-list.tsx"
import { gapsIn } from "./fill-template.ts"
import { GROWS } from "./grows.ts"
import { Mirror } from "./mirror.tsx"
import { useGrowth } from "./use-growth.ts"
import { useSpareKeys } from "./spare-keys.ts"

export interface WritingBoxHandle {
  select: (from: number, to: number) => void
  /** Puts text where the caret is, as if it had been typed. */
  type: (text: string) => void
}

interface Props {
  ref: Ref<WritingBoxHandle>
  around: Omit<Around, "words" | "client">
  label: string
  placeholder: string
  /** What stands there, as it is drawn, and as it is now. */
  value: string
  now: () => string
  onChange: (text: string) => void
  invalid: boolean
  /** Names that are called in the text, to be marked in it. */
  marked: readonly string[]
  /** Words that stand there already and give way when something inserted begins with the same. */
  greeting: string
  /** Whether the caret stands here at once. */
  autoFocus?: boolean
}

/** Where one writes: a plain text field, so that nothing of it can go wrong, over a mirror that shows gaps and knows where the caret is. */
export function WritingBox({ ref, around, label, placeholder, value, now, onChange, invalid, marked, greeting, autoFocus = true }: Props) {
  const words = useWords()
  const client = useQueryClient()
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const mirror = useRef<HTMLDivElement>(null)
  const fields = useRef<HTMLDivElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const grow = useGrowth(fields, place)
  useSpareKeys(box)

  /** Through the browser's own editing, so that Ctrl+Z takes it back. */
  const insert = (from: number, to: number, text: string): void => {
    const field = box.current
    if (!field) return
    field.focus()
    field.setSelectionRange(from, to)
    if (!document.execCommand("insertText", false, text)) {
      field.setRangeText(text, from, to, "end")
      onChange(field.value)
    }
    const [gap] = gapsIn(text)
    if (gap) field.setSelectionRange(from + gap.from, from + gap.to)
  }
  const replace = ({ from, to }: Called, text: string): void => {
    const before = box.current?.value.slice(0, from) ?? ""
    insert(greeting && before.trim() === greeting && text.startsWith(greeting) ? 0 : from, to, text)
  }
  const list = useCaretList({ ...around, words, client }, replace)
  useImperativeHandle(ref, () => ({
    select: (from, to) => {
      box.current?.focus()
      box.current?.setSelectionRange(from, to)
    },
    type: (text) => {
      const { selectionStart: from = 0, selectionEnd: to = 0 } = box.current ?? {}
      const letter = box.current?.value[from - 1] ?? ""
      insert(from, to, /\S/.test(letter) ? ` ${text}` : text)
      list.look(box.current?.value ?? "", box.current?.selectionStart ?? 0)
    },
  }))
  const { offered } = list
  useLayoutEffect(() => {
    const field = box.current
    // React would look after each letter whether somebody wants to know where the caret is: nobody does.
    const stop = (event: Event): void => event.stopPropagation()
    field?.addEventListener("selectionchange", stop)
    return () => field?.removeEventListener("selectionchange", stop)
  }, [])
  // The field keeps its own letters: only words from elsewhere are written into it.
  useLayoutEffect(() => {
    const field = box.current
    if (field && field.value !== now()) field.value = now()
    if (mirror.current && field) mirror.current.scrollTop = field.scrollTop
    grow()
  })
  const mirrored = !GROWS || offered !== null || marked.length > 0 || gapsIn(value).length > 0
  return (
    <div className="writing" ref={place}>
      <div className="writing-sheet">
        <div className="writing-fields" ref={fields}>
          {mirrored && <Mirror ref={mirror} text={now()} marked={marked} />}
          <textarea
            ref={box}
            className="composer-text"
            lang={around.language}
            dir="auto"
            spellCheck
            autoFocus={autoFocus}
            aria-label={label}
            aria-invalid={invalid || undefined}
            aria-keyshortcuts="Control+Enter Meta+Enter"
            aria-autocomplete="list"
            aria-controls={offered ? id : undefined}
            aria-activedescendant={offered?.offers.length ? `${id}-${offered.chosen}` : undefined}
            placeholder={placeholder}
            onChange={(event) => {
              grow()
              onChange(event.target.value)
              list.look(event.target.value, event.target.selectionStart)
            }}
            onKeyDown={(event) => void list.key(event)}
            onBlur={list.close}
            onScroll={(event) => {
              if (mirror.current) mirror.current.scrollTop = event.currentTarget.scrollTop
            }}
            onClick={(event) => {
              const { selectionStart: at, selectionEnd: end, value: text } = event.currentTarget
              const gap = at === end && gapsIn(text).find(({ from, to }) => from < at && at < to)
              if (gap) event.currentTarget.setSelectionRange(gap.from, gap.to)
            }}
          />
        </div>
      </div>
      <CaretList id={id} list={list} words={words} caretAt={(position) => caretRect(mirror.current, position)} />
    </div>
  )
}

/** Where a position of the text lies on the screen, as the mirror has it. */
function caretRect(mirror: HTMLElement | null, position: number): DOMRect | null {
  if (!mirror) return null
  const walker = document.createTreeWalker(mirror, NodeFilter.SHOW_TEXT)
  let before = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0
    if (before + length > position) {
      const range = document.createRange()
      range.setStart(node, position - before)
      range.setEnd(node, position - before + 1)
      return range.getBoundingClientRect()
    }
    before += length
  }
  return null
}
