import { circumstancePieces } from "./circumstance-pieces.ts"
import { identityPieces } from "./identity-pieces.ts"
import type { OpenSide, OwnSide, Piece, Rarity } from "./sides.ts"
import { PROPOSE, WEIGHTS } from "./weights.ts"
import { wordPieces } from "./word-pieces.ts"

export interface Weighed {
  /** The prior and all pieces together, as natural logarithm of the odds. */
  score: number
  /** What speaks for it and against it, the weightiest first. */
  pieces: Piece[]
  /** A person is to be asked. */
  isProposed: boolean
}

/** How much speaks for a mention and a case being one story. It decides nothing: a person does. */
export function weigh(open: OpenSide, own: OwnSide, rarity: Rarity): Weighed {
  const pieces = [...identityPieces(open, own), ...circumstancePieces(open, own), ...wordPieces(open, own, rarity)]
    .map((piece) => ({ ...piece, weight: Math.round(piece.weight * 10) / 10 }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  const score = Math.round(pieces.reduce<number>((sum, { weight }) => sum + weight, WEIGHTS.prior) * 10) / 10
  return { score, pieces, isProposed: score >= PROPOSE }
}

/** What a refusal remembers of a piece: the same evidence isn't brought up again. */
export function pieceKey({ kind, open, own }: Piece): string {
  // Time goes by: that something else happened near it is no new evidence.
  return kind === "time" ? kind : `${kind} ${open} ${own}`.slice(0, 300)
}
