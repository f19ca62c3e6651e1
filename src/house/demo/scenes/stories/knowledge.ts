import type { Scene } from "../scene.ts"

const perrine = { name: "Perrine Aubert", address: "perrine.aubert@courriel.example" }

/** What one adviser wrote, all can read. */
export const knowledge: Scene = {
  key: "knowledge",
  story: 9,
  steps: [
    {
      at: [6, "11:30"],
      mail: {
        from: perrine,
        to: "fil",
        subject: "Voyant orange fixe après la mise à jour",
        text: "Bonjour,\n\nDepuis la mise à jour de jeudi, le voyant de la box reste orange fixe et je n'ai plus de téléphone. Internet va bien.\n\nPerrine Aubert",
      },
    },
    { at: [6, "12:10"], by: "moussa", change: { owner: "moussa", tags: ["line", "story"] } },
    {
      at: [6, "12:14"],
      by: "moussa",
      answer:
        "Bonjour Perrine Aubert,\n\nCe voyant dit que la box a perdu son numéro de téléphone, pas la ligne. Trois gestes, dans cet ordre :\n\n1. débranchez le combiné, pas la box ;\n2. appuyez cinq secondes sur le bouton « Tel » à l'arrière ;\n3. attendez deux minutes, puis rebranchez.\n\nSi le voyant reste orange, répondez-moi : je le refais d'ici.\n\nMoussa Traoré",
    },
    { at: [6, "13:02"], mail: { from: perrine, to: "fil", text: "Vert ! Vous devriez mettre ça sur votre site.\n\nPerrine" } },
    { at: [6, "13:10"], by: "moussa", close: true },
    {
      at: 95,
      in: "again",
      mail: {
        from: { name: "Yvonne Kervella", address: "yvonne.kervella@ajonc-net.example" },
        to: "fil",
        subject: "lumière orange sur la box et plus de telephone",
        text: "bonjour la lumiere de la box est orange et le telephone ne marche plus depuis jeudi. internet ça va. j'ai 81 ans et je ne veux pas monter sur une chaise\n\nyvonne kervella",
      },
    },
    { at: 88, in: "again", by: "yann", change: { owner: "nora", tags: ["line"] } },
  ],
  next: [
    [
      {
        in: "third",
        mail: {
          from: { name: "Karim Benali", address: "k.benali@courriel.example" },
          to: "fil",
          subject: "Box : voyant orange depuis jeudi",
          text: "Bonjour, même problème que ma voisine Mme Kervella : voyant orange, plus de téléphone. Vous auriez la manip ?\n\nKarim",
        },
      },
    ],
  ],
}
