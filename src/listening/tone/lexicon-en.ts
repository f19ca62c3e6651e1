import type { Lexicon } from "./lexicon.ts"

/** Written for customers' words, by us; as in French. */
export const english: Lexicon = {
  negative: `awful terrible horrible horrendous appalling dreadful disgust* disgrace* shame* shambles pathetic useless worst worse bad poor rubbish crap garbage trash joke ridiculous
    unacceptable disappoint* let_down furious angry annoy* frustrat* fed_up sick_of tired_of hate hated nightmare* disaster* scam* rip_off ripped_off ripoff theft thief thieves
    stole* liar* lied lies lying mislead* misled rude unhelpful incompeten* ignore* ignoring broken faulty defective damaged dirty late delay* lost missing wrong wrongly crash*
    outage* still_waiting still_no still_not never_arrived never_received never_delivered never_again no_answer no_reply no_response no_refund nobody_answers third_time waste
    avoid overpriced expensive refuse* refusing cancelled cancel_my worried worrying afraid scared sad sorry_excuse thanks_for_nothing problem* issue* error* fail* slow complaint* complain*
    down_again is_down hung_up hang_up incomplete unusable unsafe danger* hurt injur* fiasco hacked hackers misleading unfair regret* terribl* stuck poorly mess`,
  positive: `thanks thank thank_you great great_job good_job nice_one excellent amazing awesome brilliant fantastic wonderful perfect perfectly lovely love loved loves superb outstanding good best better happy pleased
    delighted satisfied impressed recommend* helpful friendly kind polite professional quick quickly fast easy easily reliable smooth smoothly on_time in_time beautiful delicious
    not_bad well_done kudos congrat* appreciat* enjoy* pleasure glad relieved solved resolved fixed works_well quality honest nice top_notch five_stars star`,
  negators: `not no never none nobody nothing without t cannot cant dont doesnt didnt isnt wasnt wont hardly`,
  strong: `very really so too extremely absolutely totally completely utterly truly`,
  ironic: `thanks thank well_done congrat* kudos great_job good_job nice_one`,
  hearsay: `apparently allegedly reportedly rumour* rumor* i_heard i_have_heard they_say word_is supposedly is_it_true if_true said_to_be`,
  signs: {
    accusation: `scam* fraud* rip_off ripped_off ripoff thief thieves steal stealing stole* liar* lied lying cover_up covering_up covered_up mislead* misled corrupt* discriminat* racis* sexis* harass*
      abus* exploit* dishonest* negligen* scandal* accus* cheat* conspir* launder* pollut* poison* predator* price_gouging false_advertis*`,
    danger: `danger* unsafe injur* hurt wound* dead death* died die dies killed kill burn* burnt fire explod* explos* electrocut* poison* allerg* hospital* emergency accident* chok* suffocat* mould mold
      salmonella listeria contaminat* glass_in gas_leak caught_fire suicid* assault* ambulance firefighter* brake*_fail* brake_failed life_threatening end_my_life hurt_myself`,
    legal: `sue sued suing lawsuit* lawyer* attorney* solicitor* court* legal_action press_charges class_action ombudsman small_claims trading_standards watchdog* regulator*
      prosecut* trial tribunal* take_them_to_court data_protection_authority gdpr_complaint cease_and_desist rights_defender litigation consumer_rights`,
    boycott: `boycot* stop_buying don_t_buy do_not_buy dont_buy never_buy_from don_t_shop cancel_your cancelling_my cancel_my_account cancel_my_subscription avoid_at_all_costs petition* sign_the spread_the_word
      please_share share_widely shame_on name_and_shame`,
  },
}
