import type { TeamKey } from "./company.ts"

export interface AgentPlan {
  key: string
  name: string
  team: TeamKey
  role: "admin" | "lead" | "agent" | "observer"
  language: "fr" | "en"
  feminine: boolean
  /** Works at night too. */
  night?: boolean
}

/** The newcomer sits at her desk. */
export const HERSELF = "nora"

const people = (team: TeamKey, ...lines: string[]): AgentPlan[] =>
  lines.map((line) => {
    const [name = "", marks = ""] = line.split(" : ")
    const role = marks.includes("A") ? "admin" : marks.includes("L") ? "lead" : marks.includes("O") ? "observer" : "agent"
    return {
      key: (name.split(" ")[0] ?? name)
        .normalize("NFD")
        .replace(/\p{M}|[^\p{L}]/gu, "")
        .toLowerCase(),
      name,
      team,
      role,
      language: marks.includes("e") ? "en" : "fr",
      feminine: marks.includes("f"),
      ...(marks.includes("n") ? { night: true } : {}),
    }
  })

/** Forty people. Marks: A administrator, L lead, O observer, e English, f feminine, n night duty. */
export const AGENTS: readonly AgentPlan[] = [
  ...people(
    "members",
    "Nora Kerbrat : A f",
    "Ewan Pryce : L e",
    "Soazig Le Bihan : f",
    "Tom Ashworth : e",
    "Inès Belkacem : f",
    "Ruth Calloway : e f",
    "Bastien Morvan",
    "Adaeze Okoye : e f",
    "Julien Tanguy",
  ),
  ...people(
    "flowers",
    "Léa Moreau : L f",
    "Gwenn Abgrall : f",
    "Harriet Lowe : e f",
    "Mathis Corre",
    "Priya Nair : e f",
    "Odile Samzun : f",
    "Sam Whitaker : e",
  ),
  ...people(
    "line",
    "Yann Le Floch : L",
    "Moussa Traoré",
    "Fiona Grant : e f",
    "Kévin Rouxel",
    "Aurélie Jaouen : f",
    "Dev Chandra : e",
    "Hugo Pennec",
    "Nadia Haddad : f",
    "Owain Rees : e",
  ),
  ...people(
    "travel",
    "Claire Donnadieu : L f n",
    "Idris Mbaye : n",
    "Maggie Thorne : e f n",
    "Thomas Quéré : n",
    "Salomé Riou : f n",
    "Ben Hartley : e n",
    "Aminata Cissé : f",
  ),
  ...people("accounts", "Hélène Guivarch : L f", "Rajiv Menon : e", "Pascal Le Dû", "Chloé Bourhis : f"),
  ...people("voice", "Camille Le Gall : L f", "Jonas Weller : e n", "Maëlle Cadiou : f n", "Armelle de Kersauson : O f"),
]
