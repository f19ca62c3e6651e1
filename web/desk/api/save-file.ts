import { Refused, refusal } from "./request.ts"

/** Saves what the server gives under an address; the page stays where it is. @throws Refused */
export async function saveFile(path: string, name: string): Promise<void> {
  const answer = await fetch(path, { headers: { "accept-language": document.documentElement.lang } }).catch(() => {
    throw new Refused({ title: "", detail: "", status: 0, key: "offline" })
  })
  if (!answer.ok) throw await refusal(answer)
  const told = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1]
  const file = await answer.blob().catch(() => {
    throw new Refused({ title: "", detail: "", status: 0, key: "offline" }) // the line went while it came
  })
  const address = URL.createObjectURL(file)
  const link = Object.assign(document.createElement("a"), { href: address, download: told ?? name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
