import { useQuery } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { Button } from "../../parts/button.tsx"
import { useWords } from "../../words/use-words.ts"
import { watchesQuery } from "../api.ts"
import { countryIn } from "../../words/country-in.ts"
import { MENTION_KINDS, type MentionSearch, TONES } from "../search.ts"
import { sourcesQuery } from "../sources/api.ts"
import { MomentField } from "./moment-field.tsx"
import { TakeMentions } from "./take-mentions.tsx"

const LANGUAGES = ["fr", "en", "de", "es", "it", "nl", "pt"] as const

/** Which mentions are shown; it stands in the address. */
export function MentionFilters({ search }: { search: MentionSearch }) {
  const { say, language } = useWords()
  const navigate = useNavigate()
  const watches = useQuery(watchesQuery).data ?? []
  const sources = useQuery(sourcesQuery).data ?? []
  const narrowed = [
    search.from,
    search.to,
    search.source,
    search.kind,
    search.language,
    search.tone,
    search.by,
    search.site,
    search.country,
  ].filter(Boolean).length
  const [open, setOpen] = useState(narrowed > 0)
  const go = (change: MentionSearch): void => {
    const next = Object.entries({ ...search, ...change }).filter(([, value]) => value)
    void navigate({ to: "/listening/mentions", search: Object.fromEntries(next) })
  }
  const names = new Intl.DisplayNames(language, { type: "language" })
  const clear = {
    from: "",
    to: "",
    source: "",
    kind: undefined,
    language: "",
    tone: undefined,
    by: "",
    site: "",
    country: "",
  } satisfies MentionSearch
  return (
    <div className="mention-filters">
      <select
        className="input input-small"
        aria-label={say("listen.filter.watch")}
        value={search.watch ?? ""}
        onChange={({ target: { value } }) => go({ watch: value })}
      >
        <option value="">{say("listen.filter.anyWatch")}</option>
        {watches.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <div className="mention-find">
        <Words key={search.words ?? ""} first={search.words ?? ""} onSearch={(words) => go({ words })} />
        <Button kind="quiet" pressed={open} onPress={() => setOpen(!open)}>
          {narrowed > 0 ? say("listen.filter.moreOf", { count: narrowed }) : say("listen.filter.more")}
        </Button>
      </div>
      {open && (
        <div className="mention-narrow">
          <div className="mention-moments">
            <MomentField label={say("listen.filter.from")} value={search.from} onChange={(from) => go({ from })} />
            <MomentField label={say("listen.filter.to")} value={search.to} onChange={(to) => go({ to })} />
          </div>
          <select
            className="input input-small"
            aria-label={say("listen.filter.source")}
            value={search.source ?? ""}
            onChange={({ target: { value } }) => go({ source: value })}
          >
            <option value="">{say("listen.filter.anySource")}</option>
            {sources.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <select
            className="input input-small"
            aria-label={say("listen.filter.kind")}
            value={search.kind ?? ""}
            onChange={({ target: { value } }) => go({ kind: MENTION_KINDS.find((kind) => kind === value) })}
          >
            <option value="">{say("listen.filter.anyKind")}</option>
            {MENTION_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {say(`listen.kind.${kind}`)}
              </option>
            ))}
          </select>
          <select
            className="input input-small"
            aria-label={say("listen.filter.language")}
            value={search.language ?? ""}
            onChange={({ target: { value } }) => go({ language: value })}
          >
            <option value="">{say("listen.filter.anyLanguage")}</option>
            {LANGUAGES.map((code) => (
              <option key={code} value={code}>
                {names.of(code)}
              </option>
            ))}
          </select>
          <select
            className="input input-small"
            aria-label={say("listen.filter.tone")}
            value={search.tone ?? ""}
            onChange={({ target: { value } }) => go({ tone: TONES.find((tone) => tone === value) })}
          >
            <option value="">{say("listen.filter.anyTone")}</option>
            {TONES.map((tone) => (
              <option key={tone} value={tone}>
                {say(`listen.toneIs.${tone}`)}
              </option>
            ))}
          </select>
          <div className="mention-chosen">
            {search.by && (
              <Button kind="quiet" icon="close" onPress={() => go({ by: "" })}>
                {say("listen.filter.byAuthor")}
              </Button>
            )}
            {search.site && (
              <Button kind="quiet" icon="close" onPress={() => go({ site: "" })}>
                {say("listen.filter.site", { site: search.site })}
              </Button>
            )}
            {search.country && (
              <Button kind="quiet" icon="close" onPress={() => go({ country: "" })}>
                {say("listen.filter.country", { country: countryIn(language, search.country) })}
              </Button>
            )}
            <TakeMentions search={search} />
            {narrowed > 0 && (
              <Button kind="quiet" onPress={() => go(clear)}>
                {say("listen.filter.clear")}
              </Button>
            )}
          </div>
        </div>
      )}
    </div>
  )
}

function Words({ first, onSearch }: { first: string; onSearch: (words: string) => void }) {
  const { say } = useWords()
  const [words, setWords] = useState(first)
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(words.trim())
      }}
    >
      <input
        id="search"
        className="input input-small"
        type="search"
        value={words}
        aria-label={say("listen.filter.words")}
        placeholder={say("listen.filter.words")}
        maxLength={200}
        onChange={({ target: { value } }) => {
          setWords(value)
          if (value === "" && first) onSearch("")
        }}
      />
    </form>
  )
}
