import type { Tongue } from "./customer.ts"

/** First names by language, feminine before the bar, and family names. Invented people only. */
export const NAMES: Record<
  Tongue,
  { feminine: readonly string[]; masculine: readonly string[]; family: readonly string[]; hosts: readonly string[] }
> = {
  fr: {
    feminine: list(
      "Camille Anne Nathalie Sylvie Morgane Marion Julie Émilie Nolwenn Véronique Martine Sandrine Fatima Amélie Louise Jeanne Katell Rozenn Isabelle Hélène Manon Chantal Aïssatou Leïla Élodie Clémence Brigitte Monique Yvonne Solène Agathe Margaux Pauline Céline Delphine Maud Justine Annaïg Linh Zohra",
    ),
    masculine: list(
      "Pierre Loïc Jean-Marc Thierry Nicolas Erwan Antoine Karim Gaël Mickaël Stéphane Yves Ronan Alain Denis Marc Olivier Sébastien Malo Titouan Arnaud Gérard Michel Lucas Paul Youssef Mamadou Rémi Vincent Cédric Fabrice Hervé Jacques Laurent Quentin Alexis Bruno Goulven Minh Samir",
    ),
    family: list(
      "Rousseau Le_Goff Riou Jézéquel Bernard Guéguen Lefèvre Quémener Fournier Diallo Benali Caradec Hamon Le_Roux Michel Thomas Tanguy Cozic Prigent Morel Garnier Rolland Chevalier Bourdon Lemoine Kervella Salaün Nguyen Perrot Aubert Marchand Gillet Vasseur Le_Corre Bizien Fontaine Delaunay Picard Besnard Haddad Coulibaly Colin Nédélec Stéphan Boulic Ménez Pichon Royer Blin Hervé Jaffré Lagadec Mercier Kone Saliou Abalain Renard Lucas Briand Poulain",
    ),
    hosts: ["courriel", "post", "boitemail", "ajonc-net", "grandlarge"],
  },
  en: {
    feminine: list(
      "Charlotte Emma Grace Olivia Hannah Lucy Sophie Amy Megan Eleanor Jessica Rachel Susan Margaret Linda Karen Priya Aisha Bethan Rhiannon Ngozi Fiona Heather Joanna Pauline Ruth Tamsin Imogen Beatrice Yasmin Kerensa Alice Judith Frances Holly",
    ),
    masculine: list(
      "James William Thomas Oliver George Daniel Matthew Andrew Peter Richard Simon Graham Ian Keith Nigel Robert Owen Rhys Callum Tariq Kofi Sanjay Liam Edward Henry Martin Colin Alan Jago Piers Arthur Jonathan Malcolm Neil Hugh",
    ),
    family: list(
      "Whitlock Carter Hughes Patel Fletcher Marsh Trelawney Pascoe Holloway Bennett Clarke Evans Penrose Nicholls Adeyemi Shah Sutton Barnes Chapman Webb Lawson Rowe Tregear Cole Hart Mason Pike Sharp Osborne Dunn Frost Gale Khan Mensah Nash Parry Quick Reeve Stone Thorne Vine Wade Yates Coombes Bishop Fox Sinclair Baxter Rees Hobbs",
    ),
    hosts: ["post", "harbourmail", "mailbox", "inlet", "brightmail"],
  },
}

function list(words: string): string[] {
  return words.split(" ").map((word) => word.replace("_", " "))
}
