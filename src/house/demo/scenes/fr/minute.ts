/** One minute a day, in French. */
export const fr = {
  letter: { name: "Salle de veille", address: "minute@goeland-veille.example" },
  subject: "Goéland, la minute du matin",
  text: "CE QUI EST ARRIVÉ. Larmor rétabli à 10 h 17, une heure avant l'heure dite. Une semaine que Camille R. attend un bouquet.\n\nLE CHIFFRE. 4 180 lignes, un mois offert, une fois chacune.\n\nLA PHRASE. « Vous devriez mettre ça sur votre site. » (Perrine A., à Moussa, dossier box orange)\n\nQUI L'A DIT. Sources : supervision Fil 10:22 ; dossier du bouquet ; dossier de la box.\n\nLu en cinquante-trois secondes.",
  reader: "camille",
  note: "À lire au café. À partir du printemps elle s'écrira seule, d'après les dossiers ; celle-ci est de Maëlle.",
  writer: "maelle",
  tomorrow: "Pour demain : le titre qui change, le démenti, et la phrase du jour : « Elle se sent rajeunie. » (Mme Vasseur)",
}
