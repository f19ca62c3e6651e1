import type { IconName } from "../parts/icon-paths.ts"

/** What a view may be drawn with. */
export const VIEW_ICONS = [
  "all",
  "tag",
  "clock",
  "warning",
  "promises",
  "person",
  "team",
  "inbox",
  "outside",
  "followed",
  "waiting",
  "decision",
] as const satisfies readonly IconName[]

export function viewIcon(name: string): IconName {
  return VIEW_ICONS.find((icon) => icon === name) ?? "all"
}
