/** The reply to nowhere, in French. */
export const fr = {
  customer: { name: "Gérard Besnard", address: "gerard.besnard@boitemail.example" },
  subject: "Vos offres de Noël, et un 550",
  asks: "Je n'ai jamais demandé « Noël au large, -20 % sur les paniers ». Il y est écrit « Une question ? Répondez à ce message ». J'ai répondu. Voici ce qui m'est revenu :\n\n550 5.1.1 <offres-noel@goeland.example>: User unknown\n\nAlors, par la seule porte que j'ai trouvée ouverte : qui vous a donné mon adresse ?\n\nGérard Besnard",
  sent: "« Noël au large » envoyé par l'outil de campagnes",
  tool: "Lettres & Offres",
  adviser: "ines",
  found:
    "Les offres sont parties avec une adresse de réponse qui n'existe pas. Vigie ne les aurait pas envoyées ; l'ancien outil, si. D'où nous tenions son adresse : rien chez nous ne le dit.",
  againSubject: "« Vous nous manquez, Gérard »",
  again: "Encore une ce matin. « Vous nous manquez, Gérard ». Nous ne nous sommes jamais rencontrés.\n\nGérard Besnard",
}
