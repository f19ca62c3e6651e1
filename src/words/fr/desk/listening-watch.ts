import type { listeningWatch as english } from "../../en/desk/listening-watch.ts"
import type { Sentence } from "../../fill.ts"

/** La page d’une veille : ce qui se passe, en mots et dans le temps. */
export const listeningWatch = {
  "listen.short.surge": "On en parle bien plus que d’habitude, et plus de monde, depuis {since}.",
  "listen.short.seeAlarm": "Voir l’alerte",
  "listen.short.paused": "En pause depuis {since} : rien n’est entendu.",
  "listen.short.silent": "Personne n’a rien dit ces dernières 24 heures.",
  "listen.short.silentUnlike": "Personne n’a rien dit ces dernières 24 heures ; un jour ordinaire, {low} à {high} personnes le font.",
  "listen.short.said": "Ces dernières 24 heures : {people}, {posts}.",
  "listen.short.more": "C’est {times} fois un jour ordinaire ({low} à {high} personnes).",
  "listen.short.moreThanNone": "C’est plus qu’un jour ordinaire ({low} à {high} personnes).",
  "listen.short.alike": "C’est à peu près un jour ordinaire ({low} à {high} personnes).",
  "listen.short.less": "C’est moins qu’un jour ordinaire ({low} à {high} personnes).",
  "listen.short.catching": "Le dernier mois est encore en cours d’examen : les nombres peuvent monter.",
  "listen.short.learning":
    "Cette veille apprend encore ce qui est habituel : aucune alerte n’est possible avant {until}, plus tard si tout n’est pas lu.",
  "listen.short.missed": "Tout n’a pas été lu récemment : voyez la bande sous la courbe.",
  "listen.short.latest": "La dernière : {at}.",
  "listen.short.keeper": "Tenue par {name}.",
  "listen.range": "Sur combien de temps",
  "listen.range.day": "24 heures",
  "listen.range.week": "7 jours",
  "listen.range.month": "30 jours",
  "listen.range.quarter": "90 jours",
  "listen.range.year": "un an",

  "listen.curve": "Qui a parlé, dans le temps",
  "listen.curve.none": "Rien n’a été dit sur cette période.",
  "listen.curve.answer": "{people}, {posts}, par {sources}. Le plus à la fois : {most}, {at}.",
  "listen.curve.hint": "Pointez, ou utilisez les flèches, pour lire une valeur ; un clic ou Entrée mène à ce qui s’est dit alors.",
  "listen.curve.whole": "Toutes les sources lues",
  "listen.curve.yes": "oui",
  "listen.curve.no": "non",
  "listen.curve.unheard": {
    one: "Cette veille a été en pause une fois : {when}. Des lieux qui ne gardent que ce qu’on écoute, rien n’est connu de ce temps.",
    other:
      "Cette veille a été en pause {count} fois : {when}. Des lieux qui ne gardent que ce qu’on écoute, rien n’est connu de ces temps.",
  },
  "listen.curve.requeried":
    "Requête en vigueur depuis {at}. Ce qui avait été entendu avant a été rejugé par elle ; c’est peut-être moins que ce qu’elle aurait entendu.",
  "listen.curve.changed": {
    one: "L’ensemble des sources a changé ; avant et après ne se comparent pas :",
    other: "L’ensemble des sources a changé {count} fois ; avant et après ne se comparent pas :",
  },
  "listen.curve.began": "{name} a commencé le {at}",
  "listen.curve.ended": "{name} s’est arrêtée le {at}",
  "listen.step.soFar": "{name} (jusqu’ici)",
  "listen.step.part": "{name} (tout n’a pas été lu)",
  "listen.strip.whole": "Toutes les sources de cette veille ont été lues sans interruption.",
  "listen.strip.gaps": {
    one: "Toutes les sources n’ont pas été lues : {when}.",
    other: "Toutes les sources n’ont pas été lues, {count} fois ; en dernier : {when}.",
  },
  "listen.strip.between": "{from} à {to}",

  "listen.latest": "Les dernières",
  "listen.latest.all": { one: "Voir {count} mention", other: "Voir les {count} mentions" },
  "listen.news": "Ce qui est nouveau",
  "listen.news.noBefore": "Rien n’a été entendu avant, à quoi comparer : voici les mots que le plus de monde emploie.",
  "listen.news.none": "Aucun mot, aucun site ne se détache d’avant.",
  "listen.news.words": "Des mots que beaucoup emploient, et peu avant",
  "listen.news.sites": "Où cela se dit le plus",
  "listen.news.newSite": "nouveau",

  "listen.voices": "Part de voix",
  "listen.voices.what":
    "Parmi les différentes personnes qui ont parlé de l’un de ces sujets, combien ont parlé de chacun. On peut parler de plusieurs : les parts ne font pas 100 % ensemble.",
  "listen.voices.beside": "À côté de",
  "listen.voices.nobody": "aucune autre veille",
  "listen.voices.ofPeople": "Sur combien de personnes",
  "listen.voices.low": "Au moins",
  "listen.voices.high": "Au plus",
  "listen.voices.interval": "entre {low} et {high} : {people} sur {of} personnes",
  "listen.voices.few": "{people} sur {of} personnes : trop peu pour une part",
  "listen.frame": "Sur {posts} de {people}, par {sources}, {from} au {to}.",
  "listen.frame.part": "Toutes les sources n’ont pas été lues sans interruption.",
  "listen.frame.few": "En dessous de 30 personnes, aucune part n’est montrée.",
  "listen.frame.unread": "Personne n’a pu lire {names}.",
  "listen.frame.why": "Pourquoi",
} satisfies Record<keyof typeof english, Sentence>
