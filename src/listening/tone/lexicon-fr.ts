import type { Lexicon } from "./lexicon.ts"

/** Written for customers' words, by us. A `*` stands for any ending, `_` parts the words of an expression, `…` stands for up to three words. */
export const french: Lexicon = {
  negative: `nul nuls nulle nulles nullissime honte honteux honteuse* scandale* catastroph* inadmissible* inacceptable* lamentable* deplorable* pitoyable* minable*
    desastr* horrible* affreu* mauvais* pire pires decu* decevan* deception* mecontent* insatisfait* furieu* enerve* agac* colere rage indign* degout* ecoeur* marre
    ras_le_bol y_en_a_marre insupportable* galere* cauchemar* arnaque* escro* vol voleur* mensong* menteur* menti ment mentent trompe* trompeu* abus* moque_de
    moquent_de foutent_de fout_de quelle_efficacite merci_pour_rien injoignable* incompeten* irrespect* mepris* impoli* desagreable* casse* abime* defectueu* fanee* fane pourri* sale* retard* en_panne
    panne* bug* bugge* plante* bloque* perdu* plus_jamais toujours_pas toujours_rien toujours_aucun* aucune_reponse sans_reponse aucune_nouvelle* pas_de_nouvelles
    aucun_remboursement jamais_recu jamais_livre* jamais_arrive* jamais_rembourse* pas_recu pas_livre* troisieme_fois pour_rien a_fuir fuyez fuir eviter deconseil* regrett*
    trop_cher hors_de_prix refuse* a_l_abandon inquiet* inquietant* peur triste* dommage probleme* souci* erreur* panique* resilie* resilier plainte* reclam* desole* difficile*
    lent lente* lenteur* vide* incomple* oublie* ignore* laisse_tomber honteusement grave dangereu* blesse* on_croit_rever se_renvoient_la_balle accus* denonc* fiasco* racket* pirate*`,
  positive: `merci remerci* bravo felicit* super genial* geniaux excellent* parfait* impeccable* top formidable* magnifique* sublime* splendide* superbe* extraordinaire*
    incroyable* ravi* content* contente* heureu* satisfait* enchant* adore* aime aimons apprecie* recommand* conseille_vivement rapide* rapidement efficace* sympa* gentil* aimable*
    agreable* souriant* serviable* professionnel* a_l_ecoute reactif* reactive* fiable* qualite bonne* bon belle* beau beaux reussi* pas_mal rien_a_dire rien_a_redire
    nickel chapeau meilleur* bonne_surprise soulag* enfin_recu offert* delicieu* bonheur joie plaisir facile* facilement pratique* au_top resolu* repare* rembourse_en a_temps
    dans_les_temps en_avance impressionn* fier* fidele*`,
  negators: `pas ne n plus jamais aucun aucune sans ni nullement guere`,
  strong: `tres vraiment trop tellement si extremement absolument totalement completement franchement hyper ultra carrement`,
  ironic: `merci bravo felicit* chapeau beau_travail belle_mentalite la_classe`,
  hearsay: `il_parait parait_il on_dit_que selon_une_rumeur rumeur* aurait auraient serait seraient semblerait soi_disant j_ai_entendu a_ce_qu_on_dit si_c_est_vrai`,
  signs: {
    accusation: `arnaque* escro* voleur* vol_manifeste fraud* tromperie* trompe_ses malhonnet* mensong* menteur* nous_mentent nous_ment corrup* discrimin* racis* sexis* harcel*
      maltrait* exploite* abus_de complice* dissimul* cache_la_verite cachent_la_verite scandale* accus* denonc* negligen* pratique*_commercial* complot* detourn* blanchiment pollu* empoisonn*`,
    danger: `danger* blesse* blessure* mort morts morte* tue tues deces decede* brul* brulure* incendi* explos* electrocut* intoxic* empoisonn* allergi* hopital* hospitalis* urgences
      accident* etouff* chute_grave malaise* verre_dans morceau*_de_verre moisi* salmonel* listeri* contamin* fuite_de_gaz prend_feu pris_feu suicid* agress*
      secours pompiers frein*_lache* menace_de_mort mettre_fin_a_mes_jours en_danger`,
    legal: `porter_plainte porte_plainte portera_plainte porterai_plainte porte*_…_plainte depos*_plainte depos*_…_plainte plainte_au plainte_contre plainte_penale avocat* tribunal* justice juge proces poursuite* poursuivre_en
      mise_en_demeure mise_en_cause attaqu*_en_justice action_collective action_de_groupe recours_collectif class_action mediateur* huissier* dgccrf cnil repression_des_fraudes signal_conso signalconso
      defenseur_des_droits conciliateur* saisi*_le_mediateur assign* prudhom* ufc* que_choisir 60_millions article_l`,
    boycott: `boycot* n_achetez_plus n_achete*_plus n_y_allez_plus ne_commandez_plus ne_commandez_jamais ne_commandez_surtout n_allez_plus je_resilie resiliez resilions fuyez a_fuir
      petition* signez_la signez_et partagez_massivement faites_tourner partagez_un_maximum a_partager_massivement balance_ta* appel_au`,
  },
}
