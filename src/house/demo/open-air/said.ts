/** Where something is said in the open. All of them are invented, and told to the house as a program tells them. */
export type Place = "mouette" | "press" | "forum" | "reviews"

/** Something said in the open, as a scene or a day has it. Told again under the same key, it is an edit. */
export interface Said {
  key: string
  text: string
  title?: string
  /** Handle, or the name of a paper. */
  by: string
  followers?: number
  url?: string
  language?: "fr" | "en" | "br" | "kw"
  rating?: number
  country?: string
  media?: readonly { url: string; alt: string }[]
  /** Minutes before it is told; otherwise it is said as it is told. */
  ago?: number
}

interface PlaceName {
  name: Readonly<Record<"fr" | "en", string>>
  kind: "post" | "article" | "comment" | "review"
  /** Where it stands when nothing else is said. */
  url: (said: Said) => string
}

const plain = (text: string): string => text.replace(/[^\w-]/g, "")

export const PLACES: Readonly<Record<Place, PlaceName>> = {
  mouette: { name: { fr: "Mouette", en: "Mouette" }, kind: "post", url: ({ by, key }) => `https://mouette.example/@${by}/${plain(key)}` },
  press: { name: { fr: "Presse locale", en: "Local press" }, kind: "article", url: ({ key }) => `https://presse.example/${plain(key)}` },
  forum: {
    name: { fr: "Forum du Large", en: "The Offing forum" },
    kind: "comment",
    url: ({ key }) => `https://forum-du-large.example/t/${plain(key)}`,
  },
  reviews: {
    name: { fr: "Avis vérifiés des rives", en: "Reviews of both shores" },
    kind: "review",
    url: ({ key }) => `https://avis-des-rives.example/goeland/${plain(key)}`,
  },
}
