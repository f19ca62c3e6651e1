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
} as const
