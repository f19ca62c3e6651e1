/** What stands most often between the cells of a line: semicolon, tab or comma. */
export function separatorOf(line: string): string {
  const counts = [";", "\t", ","].map((mark) => ({ mark, count: line.split(mark).length }))
  return counts.sort((a, b) => b.count - a.count)[0]!.mark
}

/** One line of a table (RFC 4180); a cell that goes on over lines is cut at its line. */
export function cells(line: string, separator: string): string[] {
  const found: string[] = []
  let cell = ""
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    const letter = line[at]!
    if (quoted && letter === '"' && line[at + 1] === '"') cell += line[++at]
    else if (letter === '"') quoted = !quoted
    else if (letter === separator && !quoted) {
      found.push(cell)
      cell = ""
    } else cell += letter
  }
  return [...found, cell]
}
