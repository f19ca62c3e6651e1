import { Failed } from "../parts/failed.tsx"
import { useWords } from "../words/use-words.ts"
import { Mark } from "./mark.tsx"

/** The desk as this browser has kept it, while there is no line to the server; it opens by itself once there is. */
export function Away({ error, again }: { error: unknown; again: () => void }) {
  const { say } = useWords()
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <h1 className="brand brand-large">
          <Mark />
          Vigie
        </h1>
        <Failed error={error} again={again} />
        <p className="sign-in-foot">{say("away.kept")}</p>
      </div>
    </main>
  )
}
