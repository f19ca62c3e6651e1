import { z } from "@hono/zod-openapi"
import { Invalid } from "#platform"

/** An agent's e-mail address, as typed, without the spaces around it. */
export const emailAddress = z
  .string()
  .trim()
  .normalize("NFC")
  .max(254)
  .pipe(z.email())
  .openapi({ format: "email", example: "camille@maison-rousseau.example" })

/** For the command line, where no route has looked. @throws Invalid */
export function readAddress(text: string): string {
  const read = emailAddress.safeParse(text)
  if (!read.success) throw new Invalid("people.agent.address", {}, [{ path: "email", key: "people.agent.address" }])
  return read.data
}
