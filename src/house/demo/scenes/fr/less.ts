/** Less, not nothing, in French. */
export const fr = {
  customer: { name: "Odette Fournier", address: "odette.fournier@boitemail.example" },
  subject: "Vos lettres : deux fois par semaine, c'est trop",
  asks: "Bonjour,\n\nJ'aime vos fleurs et votre lettre, surtout les conseils pour les hortensias. Mais deux fois par semaine, je n'ouvre plus. Retirez-moi, s'il vous plaît. Ou alors une par mois, si cela existe ?\n\nOdette Fournier",
  adviser: "odile",
  answer:
    "Bonjour Odette Fournier,\n\nC'est fait : une lettre par mois, la prochaine le premier jeudi de décembre. Si vous préférez tout arrêter, un mot suffit, et ce sera définitif.\n\nOdile Samzun",
  decision: "Proposer « moins souvent » à qui veut partir : trois sur dix restent (novembre).",
  thanks:
    "Merci, une par mois, c'est très bien. Je vous rouvre pour une question : les hortensias, on les taille quand ?\n\nOdette Fournier",
}
