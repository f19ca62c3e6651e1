import type { Sentence } from "../index.ts"
import type { gathering as english } from "../en/gathering.ts"

/** Ce qui se dit des histoires, des affirmations et des lectures. */
export const gathering = {
  "listening.story.notFound": "Cette histoire n’existe pas.",
  "listening.story.sameStory": "C’est déjà la même histoire.",
  "listening.story.notItsMentions": "Toutes ces mentions ne sont pas de cette histoire. Elle a peut-être changé entre-temps.",
  "listening.story.leavesNothing": "C’est tout ce que contient cette histoire. Laissez-y quelque chose.",
  "listening.story.moveNotFound": "Ce déplacement n’existe pas.",
  "listening.story.undone": "C’est déjà annulé.",
  "listening.story.movedOn": "Tout a changé de place depuis. Il n’y a plus rien à annuler.",
  "listening.claim.notFound": "Cette affirmation n’existe pas.",
  "listening.reading.notFound": "Cette mention n’a pas encore été lue, ou n’est plus là.",
  "listening.reading.noCorrection": "Cette correction n’existe pas. Elle a peut-être été annulée.",
  "listening.reading.badAnswer": "Du ton, dites positive, negative, neutral ou mixed ; d’un signe, there ou not-there.",
} satisfies Record<keyof typeof english, Sentence>
