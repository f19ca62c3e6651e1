import { useQuery } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useMemo } from "react"
import { watchesQuery } from "../listening/api.ts"
import { useMayAct } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import type { Offer } from "./offer.ts"

const PARTS = ["mentions", "answers", "alarms", "sources"] as const

/** The parts of listening, and each watch by its name. */
export function useListeningPlaces(): readonly Offer[] {
  const { say } = useWords()
  const navigate = useNavigate()
  const may = useMayAct()
  const watches = useQuery(watchesQuery).data
  return useMemo(() => {
    const also = say("rail.listening")
    const offer = (id: string, words: string, go: () => void): Offer => ({ id, section: "views", words, also, icon: "ear", do: go })
    return [
      offer("listening:watches", say("listen.watches"), () => void navigate({ to: "/listening" })),
      ...PARTS.map((part) => offer(`listening:${part}`, say(`listen.${part}`), () => void navigate({ to: `/listening/${part}` }))),
      ...(may ? [offer("listening:new", say("listen.watch.new"), () => void navigate({ to: "/listening/new" }))] : []),
      ...(watches ?? []).map(({ id, name, today }) => ({
        ...offer(`watch:${id}`, name, () => void navigate({ to: "/listening/$watch", params: { watch: id } })),
        detail: say("listen.people", { count: today.people }),
      })),
    ]
  }, [watches, may, navigate, say])
}
