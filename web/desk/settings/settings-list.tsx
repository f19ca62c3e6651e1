import { Link, useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { SearchField, Input, Label } from "react-aria-components"
import { useMe } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import { pagesByGroup, type PageName } from "./pages.ts"

/** Every page of settings by what it is about, and found by name or by another word for it. Enter opens the first. */
export function SettingsList() {
  const { say } = useWords()
  const me = useMe()
  const navigate = useNavigate()
  const [asked, setAsked] = useState("")
  const fits = (page: PageName) => finds(asked, `${say(`settings.${page}`)} ${say(`settings.find.${page}`)}`)
  const groups = pagesByGroup(me.role)
    .map(({ group, pages }) => ({ group, pages: pages.filter(fits) }))
    .filter(({ pages }) => pages.length > 0)
  const first = groups[0]?.pages[0]
  return (
    <>
      <SearchField
        className="settings-search"
        value={asked}
        onChange={setAsked}
        onSubmit={() => first && void navigate({ to: "/settings/$page", params: { page: first } })}
      >
        <Label className="unseen">{say("settings.search")}</Label>
        <Input className="input" placeholder={say("settings.search")} />
      </SearchField>
      {groups.map(({ group, pages }) => (
        <section key={group} aria-labelledby={`settings-${group}`}>
          <h2 className="rail-title" id={`settings-${group}`}>
            {say(`settings.group.${group}`)}
          </h2>
          <ul className="rail-list">
            {pages.map((page) => (
              <li key={page}>
                <Link className="rail-link" to="/settings/$page" params={{ page }}>
                  {say(`settings.${page}`)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {groups.length === 0 && <p className="help settings-none">{say("settings.noneFound")}</p>}
    </>
  )
}

const plain = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase()

/** Whether each word asked for begins a word of the text. */
function finds(asked: string, text: string): boolean {
  const words = plain(text).split(/[^\p{L}\p{N}]+/u)
  return plain(asked)
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)))
}
