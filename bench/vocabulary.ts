import { type Random, Ranks } from "./random.ts"

export type Tongue = "fr" | "en"

const LITTLE = {
  fr: "le la les de des un une et je vous nous est pas que qui dans pour avec sur mon ma mes votre a ce cette il elle au aux ne se si mais ou plus en du par".split(
    " ",
  ),
  en: "the a of to is you that it for was are with my have this not your we be i on in at by from or but if they our has will can as an do so".split(
    " ",
  ),
}
/** What customers write about, the commonest first. */
const SPOKEN = {
  fr: `bonjour merci commande livraison colis remboursement facture produit client service retard compte paiement adresse problème réponse reçu
    cordialement demande numéro jour semaine délai transporteur article échange retour carte banque contrat abonnement résiliation panne connexion
    internet ligne téléphone appel technicien rendez-vous intervention garantie réparation pièce appareil écran batterie chargeur câble prise
    installation mode emploi notice magasin vendeur caisse ticket promotion remise bon avoir prélèvement échéance montant euros erreur double
    annulation confirmation message courriel mot passe identifiant site application mise jour version photo dossier réclamation plainte médiateur
    avocat assurance sinistre dégât expert devis travaux chantier fuite eau électricité gaz compteur relevé consommation tarif augmentation baisse
    voyage billet train avion vol bagage hôtel chambre réservation séjour arrivée départ horaire enfant famille école médecin santé ordonnance
    déçu cassé perdu volé manquant abîmé urgent attente toujours encore jamais depuis samedi lundi matin soir mois année`.split(/\s+/),
  en: `hello thanks order delivery parcel refund invoice product customer service late account payment address problem answer received regards
    request number day week delay carrier item exchange return card bank contract subscription cancel outage connection internet line phone call
    engineer appointment visit warranty repair part device screen battery charger cable plug installation manual shop seller till receipt discount
    voucher credit debit due amount pounds mistake twice cancellation confirmation message email password username website app update version
    photo file complaint ombudsman lawyer insurance claim damage expert quote works site leak water electricity gas meter reading usage price
    increase trip ticket train plane flight luggage hotel room booking stay arrival departure timetable child family school doctor health
    disappointed broken lost stolen missing damaged urgent waiting still again never since saturday monday morning evening month year`.split(
    /\s+/,
  ),
}
const SYLLABLES = {
  fr: "ba be bi bo ca ce cha chi cla co cou cre da de di do dra e fa fi fla fo fri ga ge gi gra he i ja jou la le li lon lu ma me mi mon na ne no ou pa pe pi pla po pri qua que ra re ri ron sa se si son ta te ti tou tra u va ve vi von".split(
    " ",
  ),
  en: "ack al and ber bo bri cal car ch con dan den dro ell en er fen fi for gar gen gro ham har hol in ing jack ken lan lea lin low man mer mor nel new ning oak old or pen per pol ran rid ros sal sha ster ston ta ten ter thorn tin tor ul under ver vin wal wick win wood yor".split(
    " ",
  ),
}
const RARE = 30_000

/** The words of one language with how often each is drawn: half of all that is said is little words, the rest thins out without end. */
export class Vocabulary {
  readonly words: readonly string[]
  readonly #little: readonly string[]
  readonly #ranks: Ranks
  readonly #random: Random

  constructor(tongue: Tongue, random: Random) {
    const made = new Set(SPOKEN[tongue])
    while (made.size < RARE) made.add(Array.from({ length: 2 + random.below(3) }, () => random.of(SYLLABLES[tongue])).join(""))
    this.words = [...made]
    this.#little = LITTLE[tongue]
    this.#ranks = new Ranks(RARE, 8)
    this.#random = random
  }

  /** So many words in a row, with full stops. */
  say(length: number): string {
    const said: string[] = []
    for (let i = 0; i < length; i++) {
      said.push(this.#random.chance(0.45) ? this.#random.of(this.#little) : this.words[this.#ranks.draw(this.#random)]!)
      if (i % 12 === 11) said[i] += "."
    }
    return said.join(" ")
  }
}

const GIVEN =
  `camille amadou ines lucas chloé hugo léa nathan manon louis sarah jules emma adam alice gabriel lina raphaël zoé arthur fatima ousmane
  mariama aïcha karim leïla youssef nadia oliver amelia harry isla george ava noah emily jack sophie charlie grace thomas ruby oscar lily james
  olivia wei mei hiro yuki priya arjun sofia mateo lucia diego elena ivan olga piotr`.split(/\s+/)
const FAMILY =
  `rousseau diallo okafor martin bernard dubois robert richard petit durand leroy moreau simon laurent lefebvre michel garcia david bertrand
  roux vincent fournier morel girard andré mercier dupont lambert bonnet françois martinez legrand garnier faure blanc guérin muller henry roussel
  nicolas perrin morin mathieu clément gauthier dumont lopez fontaine chevalier robin smith jones taylor brown williams wilson johnson davies patel
  wright walker white edwards hughes green hall lewis harris clarke jackson chen nguyen tanaka sharma kowalski`.split(/\s+/)

/** A name, and an address that nobody else has. */
export function person(random: Random, n: number): { name: string; address: string } {
  const [given, family] = [
    random.of(GIVEN),
    random.of(FAMILY) + (random.chance(0.4) ? random.of(SYLLABLES.fr) + random.of(SYLLABLES.en) : ""),
  ]
  const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1)
  const plain = (word: string) => word.normalize("NFKD").replace(/\p{M}/gu, "")
  return {
    name: `${capital(given)} ${capital(family)}`,
    address: `${plain(given)}.${plain(family)}${n}@${random.of(["mail", "post", "courrier", "home"])}.example`,
  }
}
