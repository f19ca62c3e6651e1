/** Ce qui est dit là où les étiquettes sont rangées. */
export const tagging = {
  "settings.tags": "Étiquettes",
  "tagging.articles": { one: "1 article", other: "{count} articles" },
  "tagging.becomes": "« {tag} » devient « {becomes} »",
  "tagging.cases": { one: "{count} dossier", other: "{count} dossiers" },
  "tagging.changes": "Derniers changements d’étiquettes",
  "tagging.done": { one: "Fini : {count} dossier changé.", other: "Fini : {count} dossiers changés." },
  "tagging.explain":
    "Ce par quoi dossiers et articles sont classés. Une étiquette renommée ou retirée ici l’est partout ; les vues et les règles suivent le nouveau nom.",
  "tagging.find": "Trouver une étiquette",
  "tagging.joins": "« {tag} » existe déjà : les deux n’en feront qu’une et ne pourront plus être distinguées.",
  "tagging.lost": {
    one: "{count} dossier la porte et la perd, des articles aussi. Les vues et les règles qui la nomment restent telles quelles. Cela ne peut pas être annulé.",
    other:
      "{count} dossiers la portent et la perdent, des articles aussi. Les vues et les règles qui la nomment restent telles quelles. Cela ne peut pas être annulé.",
  },
  "tagging.more": "D’autres étiquettes",
  "tagging.name": "Nom",
  "tagging.none": "Aucune étiquette n’a encore été donnée. Elles s’ajoutent dans le volet d’un dossier.",
  "tagging.noneLike": "Aucune étiquette ne commence ainsi.",
  "tagging.remove": { one: "Retirer de {count} dossier", other: "Retirer de {count} dossiers" },
  "tagging.rename": "Renommer",
  "tagging.renaming": "Renommer « {tag} »",
  "tagging.takesOff": "« {tag} » est retirée",
  "tagging.touches": { one: "{count} dossier prend le nouveau nom.", other: "{count} dossiers prennent le nouveau nom." },
}
