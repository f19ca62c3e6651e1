import type { PublicChannel, PublicLooked, PublicStanding, PublicTrouble } from "#conversations"
import { errorFields } from "#platform"
import { accountToSpeak, listAccounts, ownAuthors } from "./find-accounts.ts"
import { newTid } from "./bluesky/tid.ts"
import { type Network, type OpenAccount, PlaceTrouble, type SocialGround } from "./network.ts"
import { networkOf } from "./networks.ts"
import { noteTrouble } from "./note-trouble.ts"
import type { SocialDeps } from "./social-deps.ts"

type Act<T> = (network: Network, account: OpenAccount<unknown, unknown>, ground: SocialGround) => Promise<T>

/** Networks as a channel: whatever the outside does comes back as data, and what an account can't do is shown with it. */
export function socialChannel(deps: SocialDeps): PublicChannel {
  const as = <T>(accountId: string, act: Act<T>) => speak(deps, accountId, act)
  return {
    kind: "social",
    heldBecause: () => deps.held,
    accounts: listAccounts,
    reaches: ({ kind, settings }, words) => networkOf(kind)?.reaches(settings, words) ?? false,
    opening: ({ kind, settings }, words) => networkOf(kind)?.opening(settings, words) ?? "",
    newKey: newTid,
    standing: (accountId, words) =>
      as<PublicStanding>(accountId, async (network, account, ground) => ({
        kind: "standing",
        text: (await network.standing?.(ground, account, words)) ?? null,
      })),
    compose: (words) =>
      as(words.accountId, async (network, account, ground) => ({
        kind: "fixed" as const,
        fixed: await network.compose(ground, account, words),
      })),
    send: ({ accountId, fixed }) =>
      as(accountId, async (network, account, ground) => ({ kind: "sent" as const, ...(await network.send(ground, account, fixed)) })),
    look: ({ accountId, fixed }) =>
      as<PublicLooked>(accountId, async (network, account, ground) => {
        const stands = await network.look(ground, account, fixed)
        return stands ? { kind: "there", ...stands } : { kind: "absent" }
      }),
    takeBack: ({ accountId }, place) =>
      as(accountId, async (network, account, ground) => {
        if (!network.takeBack) throw new PlaceTrouble("refused", "stays")
        await network.takeBack(ground, account, place)
        return { kind: "taken-back" as const }
      }),
    ownAuthors,
  }
}

async function speak<T>({ db, keys, log, ground }: SocialDeps, accountId: string, act: Act<T>): Promise<T | PublicTrouble> {
  const found = await accountToSpeak(db.read, keys, accountId)
  if (!found) return { kind: "refused", code: "account-gone", answer: "", until: null }
  try {
    const done = await act(found.network, found.account, ground)
    await db.transact((tx) => noteTrouble(tx, accountId, null))
    return done
  } catch (error) {
    if (error instanceof PlaceTrouble) {
      await db.transact((tx) => noteTrouble(tx, accountId, error.trouble))
      return error.trouble
    }
    // It may have happened after something was sent: it is looked for before it is tried again.
    log.error("social.unexpected", { account: accountId, ...errorFields(error) })
    return { kind: "uncertain", code: "otherwise", answer: "", until: null }
  }
}
