/** Names and addresses in whatever was pasted: lines, commas, semicolons, `Name <address>`. The same address is taken once. */
export function readPeople(text: string): { name: string; address: string }[] {
  const found = new Map<string, string>()
  for (const part of text.split(/[\n,;]+/)) {
    const address = /[^\s<>"']+@[^\s<>"']+/.exec(part)?.[0]
    if (!address || found.has(address.toLowerCase())) continue
    const name = part.slice(0, part.indexOf(address)).replaceAll(/["<>]/g, "").trim()
    found.set(address.toLowerCase(), name)
  }
  return [...found].map(([address, name]) => ({ name, address }))
}
