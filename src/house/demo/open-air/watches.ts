/** What the company listens for. Its name is known by scenes as `key`. */
export const COMPANY_WATCHES = [
  { key: "goeland", name: { fr: "Goéland", en: "Goéland" }, query: "goéland* OR @goeland_coop OR #goeland" },
  {
    key: "pannes",
    name: { fr: "Pannes, rive française", en: "Outages, French shore" },
    query: '(goéland* OR @goeland_coop OR larmor) AND (panne* OR coupure* OR coupé* OR fibre OR internet OR "plus rien" OR box)',
  },
  {
    key: "outages",
    name: { fr: "Pannes, rive anglaise", en: "Outages, English shore" },
    query: '(goéland* OR @goeland_coop OR falmouth) AND (outage* OR broadband OR router OR "cut off" OR "nothing works" OR "card machine")',
  },
  {
    key: "flowers",
    name: { fr: "Fleurs et bouquets", en: "Flowers" },
    query: "(goéland* OR @goeland_coop) AND (fleur* OR bouquet* OR roses OR flower* OR florist*)",
  },
  { key: "rival", name: { fr: "Sterne Télécom (concurrent)", en: "Sterne Telecom (competitor)" }, query: '"sterne télécom" OR @sternetel' },
] as const

export type WatchKey = (typeof COMPANY_WATCHES)[number]["key"]
