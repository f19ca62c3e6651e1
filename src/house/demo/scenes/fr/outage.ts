/** The outage, in French. */
export const fr = {
  days: 4,
  fell: "19:38",
  network: { name: "Supervision Fil", address: "supervision@reseau-fil.example" },
  subject: "ALERTE : nœud de Larmor hors service, 4 180 lignes",
  down: "19:38 perte du nœud de Larmor (fibre coupée, chantier route de la Grève).\nLignes touchées : 4 180. Clients qui ont écrit : 0 pour l'instant.\nRétablissement estimé : demain 11 h.\n\nSupervision Fil",
  lead: "yann",
  together:
    "Une seule réponse pour tous, mise à jour toutes les heures. Tout ce qui arrive de Larmor, Ploemeur et Guidel se relie ici (cause).",
  received:
    "Reçu. On ouvre un dossier pour tous et on vous relit à chaque heure pleine. Prévenez-nous avant, si l'heure change.\n\nYann Le Floch",
  statement: "Déclaration publiée à 20 h 05. On dit la cause, l'heure prévue, et qu'on ne la tiendra pas si on ne la tient pas.",
  promise: "Larmor rétabli avant 11 h",
  verdict: "Larmor, 4 180 lignes. Appelée une dizaine de minutes après la coupure, sur vingt personnes distinctes.",
  backSubject: "Larmor rétabli",
  back: "10:17 nœud de Larmor rétabli. 4 180 lignes vues, 31 à reprendre à la main.\n\nSupervision Fil",
  thanks: "Merci. On écrit aux 31 un par un, ce matin.\n\nYann Le Floch",
  gesture: "Un mois offert aux 4 180 lignes, une fois chacune, sur le canal que chacun préfère. Budget 125 000 €. Parti le lendemain.",
  flickerSubject: "ALERTE : micro-coupures à Larmor, 212 lignes",
  flickers: "Micro-coupures depuis quelques minutes, 212 lignes. Même tronçon. Équipe en route.\n\nSupervision Fil",
}
