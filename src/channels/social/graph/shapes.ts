import { z } from "zod"

/** Numbers of Meta's are longer than JavaScript counts. */
export const graphId = z.coerce.string()

export const paging = z
  .object({ next: z.string().nullish(), cursors: z.object({ after: z.string().nullish() }).nullish() })
  .nullish()
  .catch(null)
