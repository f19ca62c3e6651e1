import { Fragment, type ReactNode } from "react"
import type { Block } from "./api.ts"

type Parts = Extract<Block, { kind: "heading" }>["parts"]

/** An article as every reader sees it. `marked`: pieces that stand out, to be looked at. */
export function Blocks({ blocks, marked = [] }: { blocks: readonly Block[]; marked?: readonly string[] }) {
  const line = (parts: Parts): ReactNode =>
    parts.map(({ text, strong, href }, i) => {
      const words = withMarks(text, marked)
      if (href)
        return (
          <a key={i} className="link" href={href} target="_blank" rel="noopener noreferrer">
            {words}
          </a>
        )
      return strong ? <strong key={i}>{words}</strong> : <Fragment key={i}>{words}</Fragment>
    })
  return (
    <div className="article-words">
      {blocks.map((block, i) => {
        if (block.kind === "heading") return <h3 key={i}>{line(block.parts)}</h3>
        if (block.kind === "picture")
          return (
            <figure key={i}>
              <img src={`/api/knowledge/pictures/${block.id}`} alt={block.words} />
            </figure>
          )
        if (block.kind === "list") {
          const items = block.items.map((item, n) => <li key={n}>{line(item)}</li>)
          return block.ordered ? <ol key={i}>{items}</ol> : <ul key={i}>{items}</ul>
        }
        return (
          <p key={i}>
            {block.lines.map((parts, n) => (
              <Fragment key={n}>
                {n > 0 && <br />}
                {line(parts)}
              </Fragment>
            ))}
          </p>
        )
      })}
    </div>
  )
}

function withMarks(text: string, marked: readonly string[]): ReactNode {
  const piece = marked.find((each) => text.includes(each))
  if (!piece) return text
  const at = text.indexOf(piece)
  return (
    <>
      {withMarks(text.slice(0, at), marked)}
      <mark>{piece}</mark>
      {withMarks(text.slice(at + piece.length), marked)}
    </>
  )
}
