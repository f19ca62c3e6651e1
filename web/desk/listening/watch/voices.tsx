import { useQuery } from "@tanstack/react-query"
import { Link, useNavigate, useSearch } from "@tanstack/react-router"
import { Section } from "../../figures/section.tsx"
import { MultiChoice } from "../../parts/multi-choice.tsx"
import { useWords } from "../../words/use-words.ts"
import { type Watch, watchesQuery } from "../api.ts"
import { Frame } from "./frame.tsx"
import { ShareLine } from "./share-line.tsx"
import { voicesQuery } from "./picture.ts"

const AT_FIRST = 4

/** Of the people who spoke of any of these watches, how many spoke of each: with its interval, and of what it is a share. */
export function Voices({ watch, span, beside }: { watch: Watch; span: { from: string }; beside: string | undefined }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const search = useSearch({ from: "/listening/$watch" })
  const others = (useQuery(watchesQuery).data ?? []).filter(({ id }) => id !== watch.id)
  const usual = others
    .filter(({ state }) => state === "listening")
    .toSorted((a, b) => b.today.people - a.today.people)
    .slice(0, AT_FIRST)
  const chosen = beside === undefined ? usual.map(({ id }) => id) : beside.split(",").filter((id) => others.some((one) => one.id === id))
  const asked = [watch.id, ...chosen]
  const voices = useQuery({ ...voicesQuery(asked, span), enabled: others.length > 0 }).data
  const isOwn = (one: { id: string }): number => Number(one.id === watch.id)
  const items = voices?.items.toSorted((a, b) => isOwn(b) - isOwn(a) || b.people - a.people) ?? []
  if (others.length === 0) return null
  return (
    <Section
      title={say("listen.voices")}
      answer={say("listen.voices.what")}
      {...(voices
        ? {
            sheet: {
              name: `${watch.name} – ${say("listen.voices")}`,
              columns: [
                say("listen.watch.one"),
                say("listen.peopleName"),
                say("listen.voices.ofPeople"),
                say("listen.voices.low"),
                say("listen.voices.high"),
                say("listen.postsName"),
              ],
              rows: items.map(({ name, people, posts, share }) => [
                name,
                people,
                voices.people,
                share && share.low,
                share && share.high,
                posts,
              ]),
            },
          }
        : {})}
    >
      <div className="voices-choice">
        <MultiChoice
          label={say("listen.voices.beside")}
          nothing={say("listen.voices.nobody")}
          values={chosen}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(ids) =>
            void navigate({
              to: "/listening/$watch",
              params: { watch: watch.id },
              search: { ...search, beside: ids.join(",") || "none" },
              replace: true,
            })
          }
        />
      </div>
      {voices && (
        <>
          <ul className="voices">
            {items.map(({ id, name, people, share }) => (
              <ShareLine
                key={id}
                name={
                  id === watch.id ? (
                    <strong className="share-name">{name}</strong>
                  ) : (
                    <Link className="link share-name" to="/listening/$watch" params={{ watch: id }}>
                      {name}
                    </Link>
                  )
                }
                people={people}
                of={voices.people}
                share={share}
                tone={id === watch.id ? "accent" : "other"}
              />
            ))}
          </ul>
          <Frame of={voices} />
        </>
      )}
    </Section>
  )
}
