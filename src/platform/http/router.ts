import { OpenAPIHono, z } from "@hono/zod-openapi"
import type { Env } from "hono"
import { Invalid } from "../errors.ts"
import { fieldProblem } from "./field-problem.ts"
import { placeOfNul } from "./place-of-nul.ts"

/** A router whose bad input becomes `Invalid`, with each field's path and what would be right. */
export function newRouter<E extends Env>(): OpenAPIHono<E> {
  return new OpenAPIHono<E>({
    defaultHook: (result) => {
      if (!result.success) throw new Invalid("request.invalid", {}, result.error.issues.map(fieldProblem))
      // An id that can't be one isn't there.
      const nul = result.target === "param" ? null : placeOfNul(result.data)
      if (nul !== null) throw new Invalid("request.invalid", {}, [{ path: nul, key: "field.nul" }])
    },
  })
}

/** A JSON body in a route's description: of a request or of an answer. */
export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { "application/json": { schema } } }
}

/** An id in a path. What can't be one is answered like one that isn't there. */
export const idParam = z.object({ id: z.string().openapi({ param: { name: "id", in: "path" } }) })
