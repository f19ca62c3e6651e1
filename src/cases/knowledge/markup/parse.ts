import type { Block, Part } from "./blocks.ts"
import { parseLine } from "./parse-line.ts"

const LIST = /^\s{0,3}(?:[-*•–]|(\d{1,3})[.)])\s+(.+)$/
const HEADING = /^#{1,4}\s+(.+?)\s*#*$/
const PICTURE = /^!\[([^\]\n]{0,300})\]\(picture:([0-9a-f-]{36})\)$/

/**
 * The small part of Markdown that articles are written in: paragraphs, `## headings`, `- lists` and `1. lists`, **strong words**,
 * [links](https://…), addresses as they stand, and pictures on a line of their own. Anything else is text, HTML too. Linear.
 */
export function parseMarkup(body: string): Block[] {
  const blocks: Block[] = []
  const open: { paragraph: Part[][]; list: List | null } = { paragraph: [], list: null }
  const end = (): void => {
    if (open.paragraph.length) blocks.push({ kind: "paragraph", lines: open.paragraph })
    if (open.list) blocks.push(open.list)
    open.paragraph = []
    open.list = null
  }
  for (const line of body.replace(/\r\n?/g, "\n").split("\n")) {
    const text = line.trim()
    const [item, heading, picture] = [LIST.exec(line), HEADING.exec(text), PICTURE.exec(text)]
    if (text === "") end()
    else if (heading) {
      end()
      blocks.push({ kind: "heading", parts: parseLine(heading[1]!) })
    } else if (picture) {
      end()
      blocks.push({ kind: "picture", id: picture[2]!, words: picture[1]! })
    } else if (item) {
      const ordered = item[1] !== undefined
      if (open.list?.ordered !== ordered) end()
      open.list ??= { kind: "list", ordered, items: [] }
      open.list.items.push(parseLine(item[2]!))
    } else if (open.list && /^\s{2,}/.test(line)) open.list.items.at(-1)!.push({ text: " " }, ...parseLine(text))
    else {
      if (open.list) end()
      open.paragraph.push(parseLine(text))
    }
  }
  end()
  return blocks
}

type List = Extract<Block, { kind: "list" }>
