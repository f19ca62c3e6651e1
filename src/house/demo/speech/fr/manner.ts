import type { Manner } from "../manner.ts"

/** How people begin, fume, thank and end, in French. */
export const manner: Manner = {
  hello: ["Bonjour,", "Bonjour,", "Bonjour Madame, Monsieur,", "Bonsoir,", "Madame, Monsieur,", "Bonjour à tous,"],
  again: ["Bonjour,", "Bonjour {agent},", "Re,", "", ""],
  calm: [
    "",
    "",
    "[J'espère que vous allez bien.|]",
    "Je me permets de vous écrire [au sujet de ma commande|pour une question].",
    "Client{e} depuis [cinq|dix|douze] ans, [jamais un souci jusqu'ici|je vous écris pour la première fois].",
  ],
  angry: [
    "C'est [la deuxième|la troisième|la quatrième] fois que je vous écris.",
    "Je suis [très mécontent{e}|excédé{e}].",
    "J'ai passé [quarante minutes|une heure] au téléphone [pour rien|à taper 1, puis 3, puis 2].",
    "[Incroyable|Inadmissible].",
  ],
  rage: [
    "Je résume, puisque personne ne lit : j'ai appelé {day}, on m'a raccroché au nez ; j'ai rappelé, on m'a [transféré trois fois|laissé en attente, avec la même musique] ; j'ai écrit, silence.",
    "Votre [conseillère|conseiller] m'avait [assuré|juré] que tout serait réglé « [dans la journée|sous vingt-quatre heures] ». C'était [la semaine dernière|il y a dix jours].",
    "Ce n'est pas l'argent, c'est d'être traité comme un numéro.",
    "Vous vous dites coopérative ; une coopérative [répond|tient parole].",
    "[Je ne demande pas la lune|Je demande une chose simple] : [une réponse, une date, un nom|que quelqu'un lise ce message jusqu'au bout].",
    "Sans réponse d'ici [quarante-huit heures|vendredi], je [saisis le médiateur|préviens l'association de consommateurs|raconte tout à la presse locale].",
    "Et ne me répondez pas avec un message tout fait, j'en ai déjà reçu deux.",
  ],
  thanks: ["Merci [d'avance|beaucoup|].", "Merci de votre aide.", "[En vous remerciant|Merci par avance].", ""],
  end: ["Cordialement,", "Bien à vous,", "Bonne journée,", "Cordialement", "Bonne soirée,", "Sincères salutations,", ""],
  coldEnd: ["Dans l'attente,", "Salutations,", "J'attends.", "Sans délai.", ""],
  device: ["Envoyé de mon iPhone", "Envoyé depuis mon mobile", "Envoyé de mon téléphone Android"],
  agentHello: ["Bonjour,", "Bonjour {person},", "Bonjour {person},"],
  agentSorry: [
    "",
    "Merci de votre message.",
    "Je vous réponds tout de suite.",
    "Je comprends votre [agacement|inquiétude].",
    "Pardon pour cette attente.",
  ],
  agentEnd: [
    "",
    "Je reste à votre disposition.",
    "Bonne [journée|fin de journée].",
    "N'hésitez pas à répondre à ce message : il me revient.",
  ],
  wrote: "Le {date} à {hour}, {who} a écrit :",
  thankYou: [
    "Merci !",
    "Merci beaucoup, c'est parfait.",
    "Super, merci {agent} !",
    "Parfait. Bonne journée à vous.",
    "Merci pour votre réactivité, ça change.",
  ],
  glad: [
    "Merci du retour, [bonne journée|bonne soirée] !",
    "[Parfait|Très bien], je ferme le dossier. [Il se rouvre d'un simple message.|]",
    "Tant mieux ! À bientôt.",
  ],
  back: [
    "Je reviens vers vous : [le problème est revenu|ça recommence].",
    "Je rouvre ce message car [rien n'a changé finalement|c'est de nouveau pareil].",
    "Vous aviez clos mon dossier, mais [je n'ai toujours pas eu de solution|ce n'est pas réglé].",
  ],
}
