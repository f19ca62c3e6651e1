import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from "react"
import { useNavigate } from "@tanstack/react-router"
import { Dialog, Modal, ModalOverlay } from "react-aria-components"
import { Caps } from "../parts/caps.tsx"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"
import { arrange } from "./arrange.ts"
import { takeEarly } from "./bar-open.ts"
import type { Offer } from "./offer.ts"
import { recent, remember } from "./recent.ts"
import { useFound } from "./use-found.ts"
import { useOffers } from "./use-offers.ts"

/** Anything by its name: actions, cases, people, articles, views, settings. One field, one list, driven from the keyboard. */
export function CommandBar({ onClose: close }: { onClose: () => void }) {
  const { say } = useWords()
  const [typed, setTyped] = useState("")
  useEffect(() => {
    const early = takeEarly()
    if (early) setTyped((now) => early + now)
  }, [])
  const [at, setAt] = useState(0)
  const own = useOffers()
  const { offers: found, looking } = useFound(typed)
  const lately = useLately(own)
  const sections = useMemo(
    () => arrange(typed, typed.trim() ? [...own, ...found] : [...lately, ...own], recent.get()),
    [typed, own, found, lately],
  )
  const flat = sections.flatMap(({ offers }) => offers)
  const here = Math.min(at, Math.max(0, flat.length - 1))
  const id = useId()
  const list = useRef<HTMLDivElement>(null)

  const choose = (offer: Offer | undefined): void => {
    if (!offer) return
    close()
    remember({ id: offer.id.replace(/^lately:/, ""), words: offer.words })
    // Once the bar is gone and focus is back where it was: a menu that opens would be closed by it.
    setTimeout(offer.do, 0)
  }
  const go = (to: number): void => {
    const next = flat.length ? (to + flat.length) % flat.length : 0
    setAt(next)
    list.current?.querySelector(`[id="${id}-${next}"]`)?.scrollIntoView({ block: "nearest" })
  }
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const act = {
      ArrowDown: () => go(here + 1),
      ArrowUp: () => go(here - 1),
      Home: () => go(0),
      End: () => go(flat.length - 1),
      Enter: () => choose(flat[here]),
    }[event.key]
    if (event.key === "k" && (event.ctrlKey || event.metaKey)) close()
    else if (act) act()
    else return
    event.preventDefault()
  }
  let index = -1
  return (
    <ModalOverlay className="veil bar-veil" isOpen isDismissable onOpenChange={(open) => !open && close()}>
      <Modal className="modal bar">
        <Dialog className="bar-all" aria-label={say("command.desk.bar")}>
          <div className="bar-field">
            <Icon name="search" />
            <input
              autoFocus
              role="combobox"
              aria-label={say("command.desk.bar")}
              aria-expanded="true"
              aria-controls={id}
              aria-autocomplete="list"
              aria-activedescendant={flat.length ? `${id}-${here}` : undefined}
              placeholder={say("bar.placeholder")}
              value={typed}
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => {
                setTyped(event.target.value)
                setAt(0)
              }}
              onKeyDown={press}
            />
          </div>
          <div className="bar-list" id={id} role="listbox" aria-label={say("command.desk.bar")} ref={list}>
            {sections.map(({ section, offers }) => (
              <div key={section} role="group" aria-labelledby={`${id}-${section}`}>
                <p className="bar-section" id={`${id}-${section}`}>
                  {say(`bar.${section}`)}
                </p>
                {offers.map((offer) => {
                  index++
                  const mine = index
                  return (
                    <div
                      key={offer.id}
                      id={`${id}-${mine}`}
                      className="bar-offer"
                      role="option"
                      aria-selected={mine === here}
                      onPointerMove={() => setAt(mine)}
                      onClick={() => choose(offer)}
                    >
                      <Icon name={offer.icon} />
                      <span className="bar-words">{offer.words}</span>
                      {offer.detail && <span className="bar-detail">{offer.detail}</span>}
                      {offer.keys && <Caps keys={offer.keys} />}
                    </div>
                  )
                })}
              </div>
            ))}
          </div>
          <p className="bar-note" role="status">
            {flat.length === 0 && !looking ? (
              say("bar.nothing", { typed })
            ) : (
              <span className="unseen">{say("bar.count", { count: flat.length })}</span>
            )}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** What was done or opened last, as far as it can be done again now. */
function useLately(own: readonly Offer[]): readonly Offer[] {
  const navigate = useNavigate()
  const { say } = useWords()
  return useMemo(
    () =>
      recent
        .get()
        .flatMap(({ id, words }): Offer[] => {
          const known = own.find((offer) => offer.id === id)
          if (known) return [{ ...known, id: `lately:${id}`, section: "recent" }]
          const article = /^article:(.+)$/.exec(id)?.[1]
          if (article) {
            const read = (): void => void navigate({ to: "/knowledge/$article", params: { article } })
            return [{ id: `lately:${id}`, section: "recent", words, icon: "book", do: read }]
          }
          const number = /^case:(\d+)$/.exec(id)?.[1]
          if (!number) return []
          const detail = say("case.number", { number })
          const open = (): void => void navigate({ to: "/cases/$number", params: { number }, search: { view: "all" } })
          return [{ id: `lately:${id}`, section: "recent", words, detail, icon: "inbox", do: open }]
        })
        .slice(0, 6),
    [own, navigate, say],
  )
}
