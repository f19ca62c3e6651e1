/** Up to the closing bracket of a path whose local part stands in quotes (RFC 5321 §4.1.2): before it, the local part, behind it. */
const QUOTED = /^([a-z ]{1,20}:\s*<)("(?:[^"\\\p{C}]|\\[ -~]){1,200}")(@[^<>"\p{C}]+>.*)$/iu
const STAND_IN = "quoted"

/**
 * Lets a parser of MAIL and RCPT that cuts a command at every space read one whose address has a local part in quotes: it is given a
 * plain one in its stead, and the address it found has the real one again.
 */
export function readQuotedLocal<Parsed extends { address: string }>(
  command: Buffer | string,
  parse: (command: Buffer | string) => Parsed | false,
): Parsed | false {
  const [, before, local, behind] = QUOTED.exec(command.toString()) ?? []
  if (local === undefined) return parse(command)
  const parsed = parse(`${before}${STAND_IN}${behind}`)
  return parsed && { ...parsed, address: local + parsed.address.slice(STAND_IN.length) }
}
