const ADDRESS = /[^\s<>"',;]+@[^\s<>"',;]+/g

export interface ReadPeople {
  people: { name: string; address: string }[]
  /** Lines that name nobody with an address, as they were written. */
  lost: string[]
}

/**
 * Names and addresses in whatever was pasted: a line each, `Name <address>`, or several in a line between commas or semicolons. The same
 * address is taken once.
 */
export function readPeople(text: string): ReadPeople {
  const found = new Map<string, string>()
  const lost: string[] = []
  for (const line of text.split("\n")) {
    const addresses = line.match(ADDRESS) ?? []
    if (addresses.length === 0 && line.trim() !== "") lost.push(line.trim())
    let from = 0
    for (const address of addresses) {
      const at = line.indexOf(address, from)
      const before = line.slice(from, at).replaceAll(/["<>]/g, "")
      from = at + address.length
      if (!found.has(address.toLowerCase())) found.set(address.toLowerCase(), before.replaceAll(/^[\s,;]+|[\s,;]+$/g, ""))
    }
  }
  return { people: [...found].map(([address, name]) => ({ name, address })), lost }
}
