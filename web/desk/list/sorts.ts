/** In which order a list of cases can stand. */
export const SORTS = ["newest", "waiting", "deadline", "risk"] as const
