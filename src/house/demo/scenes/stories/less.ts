import type { Scene } from "../scene.ts"

const odette = { name: "Odette Fournier", address: "odette.fournier@boitemail.example" }

/** Less, not nothing. */
export const less: Scene = {
  key: "less",
  story: 6,
  steps: [
    {
      at: [3, "09:41"],
      mail: {
        from: odette,
        to: "fleurs",
        subject: "Vos lettres : deux fois par semaine, c'est trop",
        text: "Bonjour,\n\nJ'aime vos fleurs et votre lettre, surtout les conseils pour les hortensias. Mais deux fois par semaine, je n'ouvre plus. Retirez-moi, s'il vous plaît. Ou alors une par mois, si cela existe ?\n\nOdette Fournier",
      },
    },
    { at: [3, "10:20"], by: "odile", change: { owner: "odile", tags: ["consent", "subscription", "story"] } },
    {
      at: [3, "10:24"],
      by: "odile",
      answer:
        "Bonjour Odette Fournier,\n\nC'est fait : une lettre par mois, la prochaine le premier jeudi de décembre. Si vous préférez tout arrêter, un mot suffit, et ce sera définitif.\n\nOdile Samzun",
    },
    { at: [3, "10:26"], by: "odile", decide: "Proposer « moins souvent » à qui veut partir : trois sur dix restent (novembre)." },
    { at: [3, "10:30"], by: "odile", close: true },
  ],
  next: [
    [
      {
        mail: {
          from: odette,
          to: "fleurs",
          text: "Merci, une par mois, c'est très bien. Je vous rouvre pour une question : les hortensias, on les taille quand ?\n\nOdette Fournier",
        },
      },
    ],
  ],
}
