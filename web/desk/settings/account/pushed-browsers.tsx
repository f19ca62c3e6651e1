import { useQuery } from "@tanstack/react-query"
import { post, remove } from "../../api/request.ts"
import { Button } from "../../parts/button.tsx"
import { Failed } from "../../parts/failed.tsx"
import { Icon } from "../../parts/icon.tsx"
import { Tag } from "../../parts/tag.tsx"
import { canBePushed, endpointHere, pushQuery } from "../../pwa/pushed.ts"
import { useNow } from "../../words/use-now.ts"
import { useWords } from "../../words/use-words.ts"
import { useChange } from "../use-change.ts"
import { browserOf } from "./browser-of.ts"

/** The browsers that are told with the desk closed, too, each with a way to try it; and why this one isn't among them. */
export function PushedBrowsers({ on }: { on: boolean }) {
  const { say, when } = useWords()
  const now = useNow()
  const { doing } = useChange("push")
  const pushed = useQuery(pushQuery)
  const here = useQuery({ queryKey: ["push", "here", pushed.dataUpdatedAt], queryFn: endpointHere }).data
  if (pushed.error) return <Failed error={pushed.error} again={() => void pushed.refetch()} />
  const known = pushed.data?.items ?? []
  const isHere = known.some(({ endpoint }) => endpoint === here)
  return (
    <>
      {known.length > 0 && (
        <>
          <h3 className="label">{say("notify.push.title")}</h3>
          <ul className="lines">
            {known.map((one) => (
              <li key={one.id}>
                <Icon name={one.failedWhy ? "warning" : "bell"} />
                <span>
                  {browserOf(one.browser) || say("account.someBrowser")}{" "}
                  <small>
                    {one.failedWhy
                      ? say("notify.push.failed", { why: one.failedWhy })
                      : one.toldAt
                        ? say("notify.push.told", { when: when(one.toldAt, now) })
                        : say("notify.push.since", { when: when(one.createdAt, now) })}
                  </small>
                </span>
                {one.endpoint === here && <Tag tone="good">{say("account.thisOne")}</Tag>}
                <Button onPress={() => doing(post(`/api/push/${one.id}/test`), say("notify.push.sent"))}>{say("notify.push.test")}</Button>
                <Button kind="danger" onPress={() => doing(remove(`/api/push/${one.id}`))}>
                  {say("notify.push.remove")}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {on && pushed.isSuccess && !isHere && (
        <p className="help">{canBePushed() ? say("notify.push.unreached") : say("notify.push.cannot")}</p>
      )}
    </>
  )
}
