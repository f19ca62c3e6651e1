import { Link } from "@tanstack/react-router"
import { Empty } from "../parts/empty.tsx"
import { useWords } from "../words/use-words.ts"

export function NotHere() {
  const { say } = useWords()
  return (
    <main className="alone">
      <Empty title={say("notHere.title")}>
        <Link className="link" to="/cases" search={{ view: "mine" }}>
          {say("notHere.back")}
        </Link>
      </Empty>
    </main>
  )
}
