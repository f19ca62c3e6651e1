import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { Button } from "../parts/button.tsx"
import { Failed } from "../parts/failed.tsx"
import { Loading } from "../parts/loading.tsx"
import { useDeskKeys } from "../shell/desk-keys.ts"
import { useMe } from "../shell/me.ts"
import { railOpen } from "../shell/rail-open.ts"
import { Rail } from "../shell/rail.tsx"
import { SkipLink } from "../shell/skip-link.tsx"
import { useTitle } from "../shell/use-title.ts"
import { useWords } from "../words/use-words.ts"
import { demoQuery } from "./demo-query.ts"
import { DemoScene } from "./demo-scene.tsx"
import { ToldIn } from "./told-in.tsx"
import "../styles/demo.css"

/** What a newcomer reads first: where they are, who they are tonight, and the fifteen stories. */
export function DemoPage() {
  const { say, language } = useWords()
  const me = useMe()
  useTitle("list", say("demo.title"))
  useDeskKeys()
  const demo = useQuery(demoQuery(language))
  return (
    <div className="desk demo-desk" data-rail={railOpen.use() || undefined}>
      <SkipLink />
      <Rail />
      <main className="demo" id="stage" tabIndex={-1}>
        <header className="demo-head">
          <span className="demo-menu">
            <Button bare kind="quiet" icon="menu" onPress={() => railOpen.set(true)}>
              {say("rail.label")}
            </Button>
          </span>
          <p className="demo-over">{say("demo.title")}</p>
          <h1>{say("demo.company")}</h1>
          <p>{say("demo.what", { name: me.name })}</p>
          <p>{say("demo.try")}</p>
          <p className="demo-foot">
            <Link className="button" data-kind="main" to="/cases" search={{ view: "all", sort: "waiting" }}>
              {say("demo.mail")}
            </Link>
            {demo.data && demo.data.older > 0 && (
              <span role="status">{say("demo.filling", { count: demo.data.older.toLocaleString(language) })}</span>
            )}
          </p>
        </header>
        <div className="demo-both">
          <p>{say("demo.both")}</p>
          <ToldIn />
        </div>
        {demo.isError && <Failed error={demo.error} again={() => void demo.refetch()} />}
        {demo.isPending && <Loading />}
        {demo.data && (
          <ol className="demo-stories">
            {demo.data.scenes.map((scene) => (
              <DemoScene key={scene.key} scene={scene} />
            ))}
          </ol>
        )}
      </main>
    </div>
  )
}
