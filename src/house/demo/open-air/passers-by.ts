import type { Random } from "../random.ts"

const FIRST =
  "embruns marin lande galet bruine clapot phare ajonc varech goémon ressac amarre tideline gorse harbour pebble lantern drizzle anchor saltmarsh"
const LAST = "bleu du_soir a_velo et_moi gris de_keravel on_foot and_tea at_nine nord sans_fin of_wey rouge libre a_quai"

/** Somebody who speaks in the open: a name that nobody was born with. */
export function passerBy(random: Random): { by: string; followers: number } {
  const [first, last] = [random.of(FIRST.split(" ")), random.of(LAST.split(" "))]
  return { by: `${first}_${last}${random.chance(0.5) ? random.between(2, 97) : ""}`, followers: Math.round(random.wait(180, 1.4)) }
}
