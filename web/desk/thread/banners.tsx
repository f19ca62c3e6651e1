import { useQueryClient } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { useAct } from "../actions/use-act.ts"
import type { Case } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import type { IconName } from "../parts/icon-paths.ts"
import { useMayAct } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import { Proposals } from "../ties/proposals.tsx"
import { latePart } from "../parts/late-part.tsx"

const Contradiction = latePart(async () => (await import("./contradiction.tsx")).Contradiction)

/** What must be known before anything else is read. */
export function Banners({ one }: { one: Case }) {
  const { say, moment } = useWords()
  const act = useAct(one)
  const may = useMayAct()
  const client = useQueryClient()
  return (
    <>
      {one.contradictions.map((found) => (
        <Contradiction key={found.id} found={found} one={one} />
      ))}
      <Proposals one={one} />
      {one.snoozedUntil && (
        <Banner icon="snoozed" words={say("banner.snoozed", { until: moment(one.snoozedUntil) })}>
          {may && (
            <Button kind="quiet" onPress={() => act.reopen()}>
              {say("act.wake")}
            </Button>
          )}
        </Banner>
      )}
      {one.mergedInto && (
        <Banner icon="merge" words={say("banner.merged")}>
          <Link
            className="link"
            to="/cases/$number"
            params={{ number: one.mergedInto }}
            search={{}}
            onClick={() => void client.invalidateQueries({ queryKey: ["case"] })}
          >
            {say("banner.mergedInto")}
          </Link>
        </Banner>
      )}
    </>
  )
}

function Banner({ icon, words, children }: { icon: IconName; words: ReactNode; children?: ReactNode }) {
  return (
    <div className="banner">
      <Icon name={icon} />
      <p>{words}</p>
      <span className="banner-acts">{children}</span>
    </div>
  )
}
