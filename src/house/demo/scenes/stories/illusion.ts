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
        subject: "Baromètre : « 72 % des Français en colère contre Goéland »",
        text: "Bonjour,\n\nNotre baromètre : 72 % de messages négatifs sur Goéland en novembre. Nous publions jeudi.\n\nMéthode : 1 918 messages publics relevés, 1 380 négatifs.\n\nInstitut Estran",
      },
    },
    { at: [2, "11:45"], by: "jonas", change: { owner: "jonas", tags: ["press", "story"], priority: "high" } },
    {
      at: [2, "12:20"],
      by: "jonas",
      note: "1,918 posts, but 341 distinct people; one account wrote 402 of them, the night of Larmor. By people: 58 % negative, between 53 and 63. Not readable: 219 (pictures, irony, Breton). And our public isn't the French.",
    },
    {
      at: [2, "14:00"],
      by: "camille",
      answer:
        "Bonjour,\n\nVos 1 918 messages viennent de 341 personnes, dont une en a écrit 402. Par personne : 58 % de négatifs, entre 53 et 63 ; 219 messages n'ont pas pu être lus. Et 341 internautes ne sont pas les Français. Nous publierons ces chiffres avec les vôtres.\n\nCamille Le Gall",
    },
  ],
  next: [
    [
      {
        mail: {
          from: reader,
          to: "presse",
          text: "Bien reçu. Nous ajoutons le nombre de personnes et l'intervalle. Le titre devient : « Panne de Larmor : 341 personnes se sont exprimées ». Merci.\n\nInstitut Estran",
        },
      },
    ],
  ],
}
