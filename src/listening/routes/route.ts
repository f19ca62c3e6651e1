/** What every route of this room says of itself, before what it takes and gives. */
export const route = <const Path extends string, const Method extends "get" | "post" | "put" | "patch" | "delete">(
  method: Method,
  path: Path,
  summary: string,
) => ({
  method,
  path,
  tags: ["listening"],
  summary,
})
