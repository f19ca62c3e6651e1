import { deskFile } from "../desk-files.ts"

/** The desk of a demonstration knows that it is one: its page says so. */
export async function markedDesk(path: string, accepts = ""): Promise<Response> {
  const found = await deskFile(path, accepts)
  if (!found.headers.get("content-type")?.startsWith("text/html")) return found
  const plain = await deskFile(path)
  return new Response((await plain.text()).replace("<html", "<html data-demo"), { status: plain.status, headers: plain.headers })
}
