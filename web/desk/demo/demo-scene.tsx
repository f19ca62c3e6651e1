import { useMutation, useQueryClient } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { post } from "../api/request.ts"
import type { Demo } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Failed } from "../parts/failed.tsx"
import { useWords } from "../words/use-words.ts"
import { demoQuery } from "./demo-query.ts"

type Scene = Demo["scenes"][number]

/** One story: what it is, where to look, and what happens next when one says so. */
export function DemoScene({ scene }: { scene: Scene }) {
  const { say, language } = useWords()
  const client = useQueryClient()
  const play = useMutation({
    mutationFn: () => post<{ number: number; scene: Scene }>(`/api/demo/scenes/${scene.key}/play`),
    onSuccess: (happened) =>
      client.setQueryData(
        demoQuery(language).queryKey,
        (demo) => demo && { ...demo, scenes: demo.scenes.map((one) => (one.key === scene.key ? happened.scene : one)) },
      ),
  })
  const [first, ...others] = scene.cases
  return (
    <li className="demo-story">
      <h2>{scene.title}</h2>
      <p>{scene.look}</p>
      <div className="demo-acts">
        {first && (
          <Link className="button" data-kind="plain" to="/cases/$number" params={{ number: String(first.number) }} search={{ view: "all" }}>
            {say("demo.open", { number: String(first.number) })}
          </Link>
        )}
        {others.map(({ number, subject }) => (
          <Link key={number} to="/cases/$number" params={{ number: String(number) }} search={{ view: "all" }} title={subject}>
            {say("demo.also", { number: String(number) })}
          </Link>
        ))}
        {scene.places.map((place) => (
          <OpenPlace key={`${place.show}${place.id}`} place={place} />
        ))}
        <span className="demo-next">
          {scene.left > 0 ? (
            <>
              <span>{scene.next}</span>
              <Button kind="quiet" icon="send" pending={play.isPending} onPress={() => play.mutate()}>
                {say("demo.play")}
              </Button>
            </>
          ) : (
            <span>{say("demo.played")}</span>
          )}
        </span>
      </div>
      {play.data && (
        <p className="demo-happened" role="status">
          <Link to="/cases/$number" params={{ number: String(play.data.number) }} search={{ view: "all" }}>
            {say("demo.happened", { number: String(play.data.number) })}
          </Link>
        </p>
      )}
      {play.isError && <Failed error={play.error} again={() => play.mutate()} />}
    </li>
  )
}

/** Where a story is seen in the open: what was said, what it gathered into, the watch that heard it, the alarm. */
function OpenPlace({ place: { show, id } }: { place: Scene["places"][number] }) {
  const { say } = useWords()
  const words = say(`demo.place.${show}`)
  if (show === "mention")
    return (
      <Link to="/listening/mentions/$mention" params={{ mention: id }}>
        {words}
      </Link>
    )
  if (show === "story")
    return (
      <Link to="/listening/stories/$story" params={{ story: id }}>
        {words}
      </Link>
    )
  if (show === "watch")
    return (
      <Link to="/listening/$watch" params={{ watch: id }}>
        {words}
      </Link>
    )
  return <Link to="/listening/alarms">{words}</Link>
}
