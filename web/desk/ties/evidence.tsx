import type { Tie } from "../api/types.ts"
import { countryIn } from "../words/country-in.ts"
import { useWords } from "../words/use-words.ts"

/** Each piece with what it rests on, on both sides, and how much it counts; what speaks against stands with the rest. */
export function Evidence({ tie }: { tie: Tie }) {
  const { say, moment, language } = useWords()
  const number = new Intl.NumberFormat(language, { signDisplay: "exceptZero", minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const shown = (kind: string, text: string | null): string => {
    if (text === null) return say("tie.notYours")
    if (kind === "country" || kind === "other-country") return countryIn(language, text)
    return (kind === "time" || kind === "long-after") && text ? moment(text) : text
  }
  return (
    <div className="tie-evidence">
      <table>
        <caption className="unseen">{say("tie.evidence")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("tie.piece")}</th>
            <th scope="col">{say("tie.open")}</th>
            <th scope="col">{say("tie.own")}</th>
            <th scope="col">{say("tie.weight")}</th>
          </tr>
        </thead>
        <tbody>
          {tie.pieces.map(({ kind, weight, open, own }) => (
            <tr key={kind} data-against={weight < 0 || undefined}>
              <th scope="row">{say(`tie.kind.${kind}`)}</th>
              <td>{shown(kind, open)}</td>
              <td>{shown(kind, own)}</td>
              <td>{number.format(weight)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="help">{say("tie.sum", { score: number.format(tie.score) })}</p>
    </div>
  )
}
