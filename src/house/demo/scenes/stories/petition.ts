import { en } from "../en/petition.ts"
import { fr } from "../fr/petition.ts"
import { story } from "../story.ts"

/** A hundred thousand signatures. */
export const petition = story("petition", 11, { fr, en }, (w, { members }) => ({
  steps: [],
  next: [[{ mail: { from: w.author, to: members, text: w.many } }]],
}))
