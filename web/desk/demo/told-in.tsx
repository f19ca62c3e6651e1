import { useMutation, useQueryClient } from "@tanstack/react-query"
import { patch } from "../api/request.ts"
import type { Me } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { useMe } from "../shell/me.ts"
import { tell } from "../shell/notices.tsx"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"

const LANGUAGES = [
  ["fr", "Français"],
  ["en", "English"],
] as const

/** In which language the stories are told. The desk goes with them: one language from the first word to the last. */
export function ToldIn() {
  const { say } = useWords()
  const me = useMe()
  const client = useQueryClient()
  const problem = useProblem()
  const speak = useMutation({
    mutationFn: (language: Me["language"]) => patch<Me>("/api/me", { language }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["me"] }),
    onError: (error) => tell(problem(error), { tone: "hot" }),
  })
  return (
    <div className="demo-told" role="group" aria-label={say("demo.told")}>
      {LANGUAGES.map(([language, name]) => (
        <span key={language} lang={language}>
          <Button kind="quiet" pressed={me.language === language} onPress={() => speak.mutate(language)}>
            {name}
          </Button>
        </span>
      ))}
    </div>
  )
}
