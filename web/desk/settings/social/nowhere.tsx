import { useWords } from "../../words/use-words.ts"

const PLACES = ["x", "instagram", "google-play", "story", "hacker-news", "press"] as const

/** Where nobody can answer from here, or not all of it, and why. */
export function Nowhere() {
  const { say } = useWords()
  return (
    <details className="nowhere">
      <summary>{say("social.nowhere")}</summary>
      <p className="help">{say("social.nowhereLead")}</p>
      <dl>
        {PLACES.map((place) => (
          <div key={place}>
            <dt>{say(`social.nowhere.${place}`)}</dt>
            <dd>{say(`social.why.${place}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
