import type { deletions as english } from "../en/deletions.ts"
import type { Sentence } from "../index.ts"

/** Ce que chaque genre de source dit des suppressions. */
export const deletions = {
  "listening.deletions.feed": "Un article est cherché là où il était, pour autant que son site laisse regarder les programmes.",
  "listening.deletions.bluesky": "Entendues aussitôt.",
  "listening.deletions.mastodon": "Entendues aussitôt ; cherchées après coup si le flux avait été coupé.",
  "listening.deletions.page": "La page est cherchée. Les lignes qui en disparaissent sont dites comme telles.",
  "listening.deletions.discourse": "Remarquées quand elles disparaissent des derniers messages, et cherchées encore ensuite.",
  "listening.deletions.lemmy": "Remarquées quand elles disparaissent des derniers messages, et cherchées encore ensuite.",
  "listening.deletions.hacker-news": "Cherchées après coup ; ce qui y a été retiré compte comme supprimé.",
  "listening.deletions.threads": "Pas remarquées : Threads ne les signale pas, et ne dit rien d’une publication de quelqu’un d’autre.",
  "listening.deletions.instagram":
    "Les commentaires sous vos propres images sont cherchés après coup. Des stories, et de ce qui nomme ou identifie le compte ailleurs, Meta dit la même chose que ce soit supprimé ou hors de portée de votre clé : ce n’est pas remarqué.",
  "listening.deletions.facebook":
    "Entendues aussitôt ; ce qui est sur votre propre page est cherché après coup. Des recommandations, et des publications d’ailleurs qui identifient la page, Meta dit la même chose qu’elles soient supprimées ou hors de portée de votre clé : sauf si elle le signale, ce n’est pas remarqué.",
  "listening.deletions.x":
    "Remarquées parmi les cent derniers posts, et seulement si vous les faites redemander chaque jour, ce qui coûte.",
  "listening.deletions.google-business": "Remarquées parmi les 200 derniers avis d’un établissement (50 quand il y a cent établissements).",
  "listening.deletions.google-play":
    "Cherchées après coup tant qu’un avis a moins d’une semaine. Google ne montre rien des plus anciens : leur suppression n’est pas remarquée.",
  "listening.deletions.app-store": "Cherchées après coup.",
  "listening.deletions.trustpilot": "Cherchées après coup.",
  "listening.deletions.youtube": "Cherchées après coup.",
} satisfies Record<keyof typeof english, Sentence>
