import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { startQuery } from "../api/start.ts"
import { useWords } from "../words/use-words.ts"

/** For an administrator who hasn't finished setting up: one quiet line. */
export function StartLine() {
  const { say } = useWords()
  const start = useQuery(startQuery).data
  const open = start?.steps.filter(({ state }) => state === "open").length ?? 0
  if (!start || start.finished || open === 0) return null
  return (
    <p className="start-line">
      {say("start.open.steps", { count: open })}{" "}
      <Link className="link" to="/start">
        {say("start.goOn")}
      </Link>
    </p>
  )
}
