import type { Ref } from "react"

interface Props {
  ref?: Ref<HTMLDivElement>
  text: string
  marked: readonly string[]
  /** Not behind a field: to be read itself. */
  shown?: boolean
}

/** The text once more, unseen behind the field but for what stands out in it: gaps to fill, and people who are called. */
export function Mirror({ ref, text, marked, shown = false }: Props) {
  return (
    <div className={shown ? "words" : "composer-text mirror"} {...(ref ? { ref } : {})} aria-hidden={!shown || undefined} dir="auto">
      {partsOf(text, marked).map(({ words, mark }, index) =>
        mark ? (
          <mark key={index} data-mark={mark}>
            {words}
          </mark>
        ) : (
          words
        ),
      )}
      {"\n"}
    </div>
  )
}

interface Part {
  words: string
  mark: "gap" | "person" | null
}

function partsOf(text: string, marked: readonly string[]): Part[] {
  const names = marked.map((name) => `@${name}`.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
  const places = new RegExp(["⟦[^⟦⟧\\n]{0,200}⟧", ...names].join("|"), "giu")
  const parts: Part[] = []
  let last = 0
  for (const found of text.matchAll(places)) {
    parts.push({ words: text.slice(last, found.index), mark: null })
    parts.push({ words: found[0], mark: found[0].startsWith("⟦") ? "gap" : "person" })
    last = found.index + found[0].length
  }
  parts.push({ words: text.slice(last), mark: null })
  return parts.filter(({ words }) => words !== "")
}
