const QUOTES = /^>*/

/**
 * Undoes `format=flowed` (RFC 3676): a line that ends with a space goes on in the next when both are quoted as deeply. The
 * signature's separator `-- ` stays a line of its own. Linear.
 */
export function unflow(text: string, deleteSpace: boolean): string {
  const paragraphs: { depth: number; pieces: string[] }[] = []
  let flows = false
  for (const line of text.split("\n")) {
    const depth = QUOTES.exec(line)![0].length
    const unquoted = line.slice(depth)
    const content = unquoted.startsWith(" ") ? unquoted.slice(1) : unquoted
    const last = paragraphs.at(-1)
    if (flows && last?.depth === depth && content !== "-- ") last.pieces.push(content)
    else paragraphs.push({ depth, pieces: [content] })
    flows = content.endsWith(" ") && content !== "-- "
    if (flows && deleteSpace) dropLastSpace(paragraphs.at(-1)!.pieces)
  }
  return paragraphs.map(({ depth, pieces }) => quoteMark(depth) + pieces.join("")).join("\n")
}

function quoteMark(depth: number): string {
  return depth ? `${">".repeat(Math.min(depth, 100))} ` : ""
}

function dropLastSpace(pieces: string[]): void {
  pieces.push(pieces.pop()!.slice(0, -1))
}
