import { encode } from "uqr"
import { useWords } from "../../words/use-words.ts"

/** A picture for a telephone's camera: dark on light whatever the theme, with its quiet edge (ISO/IEC 18004 §9.1). */
export function QrCode({ text }: { text: string }) {
  const { say } = useWords()
  const { data, size } = encode(text, { ecc: "M", border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("")
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={say("account.qr")} shapeRendering="crispEdges">
      <path className="qr-dark" d={path} />
    </svg>
  )
}
