/** What one adviser wrote, all can read, in French. */
export const fr = {
  customer: { name: "Perrine Aubert", address: "perrine.aubert@courriel.example" },
  subject: "Voyant orange fixe après la mise à jour",
  asks: "Bonjour,\n\nDepuis la mise à jour de jeudi, le voyant de la box reste orange fixe et je n'ai plus de téléphone. Internet va bien.\n\nPerrine Aubert",
  answer:
    "Bonjour Perrine Aubert,\n\nCe voyant dit que la box a perdu son numéro de téléphone, pas la ligne. Trois gestes, dans cet ordre :\n\n1. débranchez le combiné, pas la box ;\n2. appuyez cinq secondes sur le bouton « Tel » à l'arrière ;\n3. attendez deux minutes, puis rebranchez.\n\nSi le voyant reste orange, répondez-moi : je le refais d'ici.\n\nMoussa Traoré",
  green: "Vert ! Vous devriez mettre ça sur votre site.\n\nPerrine",
  second: { name: "Yvonne Kervella", address: "yvonne.kervella@ajonc-net.example" },
  secondSubject: "lumière orange sur la box et plus de telephone",
  secondAsks:
    "bonjour la lumiere de la box est orange et le telephone ne marche plus depuis jeudi. internet ça va. j'ai 81 ans et je ne veux pas monter sur une chaise\n\nyvonne kervella",
  third: { name: "Karim Benali", address: "k.benali@courriel.example" },
  thirdSubject: "Box : voyant orange depuis jeudi",
  thirdAsks: "Bonjour, même problème que ma voisine Mme Kervella : voyant orange, plus de téléphone. Vous auriez la manip ?\n\nKarim",
}
