import type { watchTold as english } from "../../en/desk/watch-told.ts"
import type { Sentence } from "../../fill.ts"

/** Histoires, tons, personnes et lieux sur la page d’une veille. */
export const watchTold = {
  "listen.glance.negative": "En parlent mal",
  "listen.glance.between": "entre {low} et {high}, sur {of} personnes lues",
  "listen.glance.few": "sur {of} personnes lues : trop peu pour une part",
  "listen.glance.whole": "toutes lues de bout en bout",
  "listen.glance.part": "pas toutes lues de bout en bout",
  "listen.curve.answerStories": "{people}, {posts}, {stories}, de {sources}. Le plus à la fois : {most}, {at}.",
  "listen.strip.noSource": "Aucune source n’a encore rien apporté à cette veille.",
  "listen.strip.bySource": "Par source",
  "listen.strip.readAll": "lue de bout en bout",
  "listen.strip.notRead": { one: "non lue une fois : {when}", other: "non lue {count} fois ; en dernier : {when}" },
  "listen.strip.unheard": {
    one: "pas écoutée pour cette veille une fois : {when}",
    other: "pas écoutée pour cette veille {count} fois ; en dernier : {when}",
  },
  "listen.strip.began": "ajoutée le {at}",
  "listen.strip.ended": "retirée le {at}",
  "listen.toneOver": "Sur quel ton",
  "listen.toneOver.what":
    "Parmi les personnes dont quelque chose a pu être lu par des listes de mots, combien ont parlé sur chaque ton. L’ironie est mal lue ; une personne peut compter plusieurs fois.",
  "listen.toneOver.hint":
    "Pointez, ou utilisez ← et →, pour lire une valeur ; un clic ou Entrée mène aux mentions de la ligne la plus proche, ↑ et ↓ changent de ligne.",
  "listen.toneOver.unread": { one: "{count} mention n’a pas pu être lue.", other: "{count} mentions n’ont pas pu être lues." },
  "listen.toneOver.unchecked": "Personne n’a encore vérifié ces lectures : ouvrez une mention et dites ce qu’il en est.",
  "listen.toneOver.checked": "Vérifiées par des personnes, étaient justes : {right}.",
  "listen.toneOver.right": "{n} sur {of} en {language} (entre {low} et {high})",
  "listen.toneOver.rightFew": "{n} sur {of} en {language}, trop peu pour une part",
  "listen.tone.peopleNegative": "Personnes, négatif",
  "listen.tone.peoplePositive": "Personnes, positif",
  "listen.tone.readPeople": "Personnes lues",
  "listen.who": "Qui parle, et où",
  "listen.who.own": "Tout a été dit avec les mots de chacun.",
  "listen.who.repeats": {
    one: "{count} mention sur {of} ne fait que reprendre les mots d’un autre ({people}).",
    other: "{count} mentions sur {of} ne font que reprendre les mots d’un autre ({people}).",
  },
  "listen.who.unnamed": {
    one: "{count} mention ne nomme aucun auteur : le site y compte pour un.",
    other: "{count} mentions ne nomment aucun auteur : le site y compte pour un.",
  },
  "listen.who.handle": "Pseudonyme",
  "listen.filter.country": "Pays : {country}",
  "listen.filter.site": "Dit sur {site}",
  "listen.filter.tone": "Ton",
  "listen.filter.anyTone": "tous les tons",
  "listen.filter.byAuthor": "Un seul auteur",
} satisfies Record<keyof typeof english, Sentence>
