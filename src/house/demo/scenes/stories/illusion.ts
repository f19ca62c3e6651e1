import type { Scene } from "../scene.ts"

const reader = { name: "Institut Estran", address: "barometre@institut-estran.example" }

/** The listener’s illusion. */
export const illusion: Scene = {
  key: "illusion",
  story: 15,
  steps: [
    {
      at: [2, "11:00"],
      mail: {
        from: reader,
        to: "presse",
        subject: "Baromètre : « 71 % des Français en colère contre Goéland »",
        text: "Bonjour,\n\nNotre baromètre : 71 % de messages négatifs sur Goéland, le soir de la panne. Nous publions jeudi.\n\nMéthode : 156 messages publics relevés, 110 négatifs.\n\nInstitut Estran",
      },
    },
    { at: [2, "11:45"], by: "jonas", change: { owner: "jonas", tags: ["press", "story"], priority: "high" } },
    {
      at: [2, "12:20"],
      by: "jonas",
      note: "156 posts, but 97 distinct people: one account wrote 60 of them that night (the watch shows both curves). By people, read by hand: 51 of 97 negative, 53 %, between 43 and 62. Six are in Breton and were not read. And 97 people on Mouette aren't the French.",
    },
    {
      at: [2, "14:00"],
      by: "camille",
      answer:
        "Bonjour,\n\nVos 156 messages viennent de 97 personnes, dont une en a écrit 60. Par personne : 53 % de négatifs, entre 43 et 62 ; six messages, en breton, n'ont pas pu être lus. Et 97 internautes ne sont pas les Français. Nous publierons ces chiffres avec les vôtres.\n\nCamille Le Gall",
    },
  ],
  open: [
    { show: "story", of: "larmor-0" },
    { show: "watch", of: "outages" },
  ],
  next: [
    [
      {
        mail: {
          from: reader,
          to: "presse",
          text: "Bien reçu. Nous ajoutons le nombre de personnes et l'intervalle. Le titre devient : « Panne de Larmor : 97 personnes se sont exprimées ». Merci.\n\nInstitut Estran",
        },
      },
    ],
  ],
}
