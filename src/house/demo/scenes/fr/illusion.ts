/** The listener’s illusion, in French. */
export const fr = {
  institute: { name: "Institut Estran", address: "barometre@institut-estran.example" },
  subject: "Baromètre : « 71 % des Français en colère contre Goéland »",
  asks: "Bonjour,\n\nNotre baromètre : 71 % de messages négatifs sur Goéland, le soir de la panne. Nous publions jeudi.\n\nMéthode : 156 messages publics relevés, 110 négatifs.\n\nInstitut Estran",
  reader: "maelle",
  note: "156 messages, mais 97 personnes : un seul compte en a écrit 60 ce soir-là (la veille montre les deux courbes). Par personne, lu à la main : 51 sur 97 négatifs, 53 %, entre 43 et 62. Six sont en breton et n'ont pas été lus. Et 97 personnes sur Mouette ne sont pas les Français.",
  lead: "camille",
  answer:
    "Bonjour,\n\nVos 156 messages viennent de 97 personnes, dont une en a écrit 60. Par personne : 53 % de négatifs, entre 43 et 62 ; six messages, en breton, n'ont pas pu être lus. Et 97 internautes ne sont pas les Français. Nous publierons ces chiffres avec les vôtres.\n\nCamille Le Gall",
  corrects:
    "Bien reçu. Nous ajoutons le nombre de personnes et l'intervalle. Le titre devient : « Panne de Larmor : 97 personnes se sont exprimées ». Merci.\n\nInstitut Estran",
}
