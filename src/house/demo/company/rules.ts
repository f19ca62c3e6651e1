import type { Furnished } from "../past/furnished.ts"

/** What happens by itself; one of them is still being thought about. */
export function COMPANY_RULES({
  language,
  tag,
  teams,
  herself,
  seats,
}: Furnished): { on: boolean; name: string; trigger: object; conditions: object; actions: object[] }[] {
  const fr = language === "fr"
  const line = seats.find(({ key }) => key === "yann") ?? herself
  return [
    {
      on: true,
      name: fr ? "Hôpital, accident : urgent, à Escale" : "Hospital, accident: urgent, to Travel",
      trigger: { on: "message", first: true },
      conditions: { match: "any", parts: [{ field: "words", is: "any", values: ["hôpital", "hospital", "accident", "rapatriement"] }] },
      actions: [
        { do: "priority", priority: "urgent" },
        { do: "tag", tags: [tag("urgent")] },
        { do: "team", teamId: teams.travel, who: "nobody" },
      ],
    },
    {
      on: true,
      name: fr ? "Trois jours de silence : la responsable suit" : "Three days of silence: the head follows",
      trigger: { on: "silence", hours: 72 },
      conditions: { match: "all", parts: [] },
      actions: [{ do: "follow", agentIds: [herself.id] }],
    },
    {
      on: false,
      name: fr ? "Larmor, Ploemeur, Guidel : à Yann" : "Larmor, Ploemeur, Guidel: to Yann",
      trigger: { on: "message", first: true },
      conditions: { match: "all", parts: [{ field: "text", is: "any", values: ["Larmor", "Ploemeur", "Guidel"] }] },
      actions: [
        { do: "tag", tags: [tag("outage")] },
        { do: "follow", agentIds: [line.id] },
      ],
    },
  ]
}
