import { memo } from "react"
import type { ListSearch } from "../api/cases.ts"
import { Icon } from "../parts/icon.tsx"
import type { IconName } from "../parts/icon-paths.ts"
import { ListLink } from "../parts/list-link.tsx"
import { useWords } from "../words/use-words.ts"

interface Props {
  icon: IconName
  /** What kind of list, and which. */
  by: "view" | "inbox" | "team"
  of: string
  here: boolean
  count?: number | undefined
  /** There are more than were counted. */
  more?: boolean
  words: string
}

export const RailLink = memo(function RailLink({ icon, by, of, here, count, more = false, words }: Props) {
  const { language, say } = useWords()
  return (
    <li>
      <ListLink className="rail-link" search={{ [by]: of }} here={here}>
        <Icon name={icon} />
        <span>{words}</span>
        {count !== undefined && count > 0 && (
          <span className="count">
            {count.toLocaleString(language)}
            {more && "+"}
            <span className="unseen"> {say("rail.cases", { count })}</span>
          </span>
        )}
      </ListLink>
    </li>
  )
})

/** Whether a list is the one that is shown. */
export function isShown(now: ListSearch, by: Props["by"], of: string): boolean {
  if (now.q || now.contact || now.tag) return false
  return now[by] === of && (["view", "inbox", "team"] as const).every((each) => each === by || now[each] === undefined)
}
