import { flickers, larmorHour } from "../../open-air/larmor.ts"
import type { Scene, Step } from "../scene.ts"

const network = { name: "Supervision Fil", address: "supervision@reseau-fil.example" }

/** What was said in the open in the hour after 19:38, told as it came. */
const inTheOpen = larmorHour().map(({ minute, said }): Step => {
  const clock = 19 * 60 + 38 + minute
  return { at: [4, `${Math.floor(clock / 60)}:${String(clock % 60).padStart(2, "0")}`], on: "mouette", hear: said }
})

/** The outage. */
export const outage: Scene = {
  key: "outage",
  story: 3,
  steps: [
    ...inTheOpen,
    {
      at: [4, "20:41"],
      by: "yann",
      watch: "outages",
      verdict: "right",
      note: "Larmor, 4 180 lignes. Appelée une dizaine de minutes après la coupure, sur vingt personnes distinctes.",
    },
    {
      at: [4, "19:41"],
      mail: {
        from: network,
        to: "fil",
        subject: "ALERTE : nœud de Larmor hors service, 4 180 lignes",
        text: "19:38 perte du nœud de Larmor (fibre coupée, chantier route de la Grève).\nLignes touchées : 4 180. Clients qui ont écrit : 0 pour l'instant.\nRétablissement estimé : demain 11 h.\n\nSupervision Fil",
      },
    },
    { at: [4, "19:44"], by: "yann", change: { owner: "yann", priority: "urgent", tags: ["outage", "line", "story"] } },
    {
      at: [4, "19:47"],
      by: "yann",
      note: "Une seule réponse pour tous, mise à jour toutes les heures. Tout ce qui arrive de Larmor, Ploemeur et Guidel se relie ici (cause).",
    },
    {
      at: [4, "20:05"],
      by: "yann",
      decide: "Déclaration publiée à 20 h 05. On dit la cause, l'heure prévue, et qu'on ne la tiendra pas si on ne la tient pas.",
    },
    {
      at: [4, "19:49"],
      by: "yann",
      answer:
        "Reçu. On ouvre un dossier pour tous et on vous relit à chaque heure pleine. Prévenez-nous avant, si l'heure change.\n\nYann Le Floch",
    },
    { at: [4, "20:06"], by: "yann", promise: "Larmor rétabli avant 11 h", due: [3, "11:00"] },
    {
      at: [3, "10:22"],
      mail: {
        from: network,
        to: "fil",
        text: "10:17 nœud de Larmor rétabli. 4 180 lignes vues, 31 à reprendre à la main.\n\nSupervision Fil",
        subject: "Larmor rétabli",
      },
      in: "restored",
    },
    { at: [3, "10:24"], in: "restored", by: "yann", merge: "main" },
    { at: [3, "10:31"], by: "yann", answer: "Merci. On écrit aux 31 un par un, ce matin.\n\nYann Le Floch" },
    {
      at: [3, "11:30"],
      by: "nora",
      decide: "Un mois offert aux 4 180 lignes, une fois chacune, sur le canal que chacun préfère. Budget 125 000 €. Parti le lendemain.",
    },
  ],
  open: [{ show: "watch", of: "outages" }, { show: "alarms" }],
  next: [
    [
      { on: "mouette", hear: flickers() },
      {
        in: "second",
        mail: {
          from: network,
          to: "fil",
          subject: "ALERTE : micro-coupures à Larmor, 212 lignes",
          text: "Micro-coupures depuis quelques minutes, 212 lignes. Même tronçon. Équipe en route.\n\nSupervision Fil",
        },
      },
    ],
  ],
}
