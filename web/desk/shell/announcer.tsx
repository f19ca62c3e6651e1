import { newStore } from "../api/store.ts"

const heard = newStore({ words: "", odd: false })

/** Tells those who listen of something that came in, without moving their place. The same words twice are told twice. */
export function announce(words: string): void {
  heard.set((now) => ({ words, odd: !now.odd }))
}

export function Announcer() {
  const { words, odd } = heard.use()
  return (
    <div className="unseen" role="log" aria-live="polite" data-announcer>
      {words && <p key={String(odd)}>{words}</p>}
    </div>
  )
}
