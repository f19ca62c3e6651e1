export const demo = {
  "demo.keeps":
    "Ceci est l’entreprise d’exemple : rien de ce que vous envoyez ne quitte cette machine. C’est montré comme envoyé, et gardé.",
  "demo.building": "Construction de l’entreprise d’exemple, une fois :",
  "demo.people": "  quarante personnes, six équipes, douze boîtes",
  "demo.recent": "  les dernières semaines : {count} dossiers",
  "demo.listening": "  ce qui se dit en public, un mois",
  "demo.scenes": "  quinze histoires, en français et en anglais",
  "demo.later": "  Trois ans de dossiers plus anciens se remplissent pendant que vous regardez.",
  "demo.scene.notFound": "Il n’y a pas d’histoire de ce nom.",
  "demo.scene.over": "Cette histoire est allée jusqu’à sa fin.",
  "demo.refused.edition":
    "{home} contient l’entreprise d’exemple telle qu’une autre version de Vigie l’a construite, et celle-ci la raconte autrement. Rien n’y est réel : supprimez le dossier (rm -r {home}) et relancez, ou nommez-en un autre dans VIGIE_HOME.",
  "demo.refused.editionWithDatabase":
    "{home} contient l’entreprise d’exemple telle qu’une autre version de Vigie l’a construite, et celle-ci la raconte autrement. Rien n’y est réel : supprimez le dossier (rm -r {home}), videz la base que nomme DATABASE_URL (dropdb NOM ; createdb NOM), et relancez.",
  "demo.refused.notEmpty":
    "{home} contient déjà quelque chose. L’entreprise d’exemple a besoin d’un dossier vide : laissez VIGIE_HOME de côté, ou nommez-en un nouveau.",
  "demo.refused.isDemo":
    "{home} contient l’entreprise d’exemple, qui n’envoie rien. Lancez-la avec : npm start -- --demo. Pour une vraie maison, nommez un autre dossier dans VIGIE_HOME.",
  "demo.refused.database":
    "La base que nomme DATABASE_URL contient déjà quelque chose : une maison, ou une première construction interrompue de l’entreprise d’exemple, qui a besoin d’une base vide. Créez-en une nouvelle, ou videz celle-ci (dropdb NOM ; createdb NOM), et relancez.",
} as const
