export const search = {
  "views.mine": "Les miens",
  "views.unassigned": "Sans responsable",
  "views.all": "Tous",
  "views.waiting": "Attente la plus longue",
  "views.promises": "Promesses à tenir",
  "views.followed": "Suivis",
  "views.snoozed": "Reportés",
  "views.resolved": "Résolus",
  "views.spam": "Indésirables",
  "search.tooLong": "Une question a {maximum} caractères au plus. Les mots les plus rares trouvent le mieux.",
  "search.tooMany": "Une question a {maximum} mots et conditions au plus. Les mots les plus rares trouvent le mieux.",
  "search.unknown":
    "« {name}: » n’est pas une condition connue : cela a été cherché comme du texte. Les conditions sont de, a, statut, etiquette, responsable, avec, avant, apres, numero.",
  "search.person": "« {value} » ne contient ni nom ni adresse. Écrivez de:camille ou a:contact@boutique.example.",
  "search.has": "« avec:{value} » n’est pas connu. Écrivez avec:pj.",
  "search.number": "« {value} » n’est pas un numéro de dossier. Écrivez numero:1234 ou #1234.",
  "search.owner":
    "Personne ici ne s’appelle « {value} ». Écrivez le nom ou l’adresse d’un collègue, responsable:moi ou responsable:personne.",
  "search.status":
    "Il n’y a pas de statut « {value} ». Écrivez nouveau, ouvert, en-attente, reporte, resolu, indesirable, ou le nom d’un de vos statuts.",
  "search.date": "« {value} » n’est pas un jour. Écrivez 2026-11-02, 2026-11 ou 2026.",
  "search.onlyNot": "Un moins retire quelque chose de ce qui est trouvé. Écrivez aussi ce que vous cherchez.",
  "search.instead": "Rien ne contient « {typed} ». Voici ce qui a été trouvé pour « {searched} ».",
} as const
