import { keepFor } from "./whose.ts"
import { useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { meQuery } from "../api/people.ts"
import { patch, post } from "../api/request.ts"
import type { Me } from "../api/types.ts"
import { Avatar } from "../parts/avatar.tsx"
import { Menu } from "../parts/menu.tsx"
import { useOpener } from "../parts/opener.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import { appear, appearance, type Appearance } from "./appearance.ts"
import { helpOpen } from "./help-open.ts"
import { useCommands } from "./keys.ts"
import { useMe } from "./me.ts"
import { tell } from "./notices.tsx"

const LOOKS: readonly Appearance[] = ["system", "light", "dark"]

export function MeMenu() {
  const me = useMe()
  const { say } = useWords()
  const problem = useProblem()
  const client = useQueryClient()
  const navigate = useNavigate()
  const look = appearance.use()
  const other = me.language === "fr" ? "en" : "fr"
  const failed = (error: unknown): void => tell(problem(error), { tone: "hot" })
  const speakOther = (): void =>
    void patch<Me>("/api/me", { language: other }).then(() => client.invalidateQueries({ queryKey: ["me"] }), failed)
  const signOut = (): void =>
    void post("/api/sign-out").then(() => {
      keepFor("")
      void import("../parts/kept-typing.ts").then(({ sweepKept }) => sweepKept(me.id))
      client.setQueryData(meQuery.queryKey, null)
      client.removeQueries({ predicate: ({ queryKey: [what] }) => what !== "me" })
    }, failed)
  useCommands({ "desk.language": speakOther, "desk.signOut": signOut })
  return (
    <Menu
      label={me.name}
      button={<MeButton name={me.name} />}
      acts={[
        ...LOOKS.map((each) => ({ id: each, words: say(`look.${each}`), current: look === each, do: () => appear(each) })),
        {
          id: "language",
          words: other === "fr" ? "Passer en français" : "Switch to English",
          do: speakOther,
        },
        { id: "keys", words: say("keys.title"), icon: "help", do: () => helpOpen.set(true) },
        {
          id: "account",
          words: say("settings.account"),
          icon: "person",
          do: () => void navigate({ to: "/settings/$page", params: { page: "account" } }),
        },
        {
          id: "out",
          words: say("act.signOut"),
          icon: "out",
          do: signOut,
        },
      ]}
    />
  )
}

function MeButton({ name }: { name: string }) {
  return (
    <button type="button" className="rail-link me" {...useOpener()}>
      <Avatar name={name} />
      <span>{name}</span>
    </button>
  )
}
