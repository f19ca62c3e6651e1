import type { Furnished } from "../past/furnished.ts"

/** Views that everybody at the company has. */
export function COMPANY_VIEWS({ language, tag, teams, inboxes }: Furnished): { name: string; icon: string; query: object; sort: string }[] {
  const fr = language === "fr"
  const all = (...parts: object[]) => ({ match: "all", parts })
  const is = (field: string, ...values: string[]) => ({ field, is: "any", values })
  const live = is("category", "new", "open")
  return [
    { name: fr ? "Histoires" : "Stories", icon: "followed", query: all(is("tag", tag("story"))), sort: "newest" },
    { name: fr ? "Stories" : "Histoires", icon: "followed", query: all(is("tag", tag("story", fr ? "en" : "fr"))), sort: "newest" },
    {
      name: fr ? "Presse et public" : "Press and public",
      icon: "decision",
      query: all(is("inbox", inboxes.presse.id, inboxes.press.id), live),
      sort: "waiting",
    },
    {
      name: fr ? "Les deux pannes" : "Both outages",
      icon: "outside",
      query: all(is("tag", tag("outage")), live),
      sort: "newest",
    },
    {
      name: fr ? "À la présidente" : "For the chair",
      icon: "help",
      query: all(is("tag", tag("live"))),
      sort: "newest",
    },
    {
      name: fr ? "Fleurs qui attendent" : "Flowers, waiting",
      icon: "waiting",
      query: all(is("team", teams.flowers), live),
      sort: "waiting",
    },
  ]
}
