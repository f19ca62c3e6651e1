import { Resolver } from "node:dns/promises"
import { SECOND } from "#platform"
import type { DnsResolver } from "./records.types.ts"

/** Asks the machine's DNS servers, with little patience: somebody watches. */
export function systemResolver(): DnsResolver {
  const resolver = new Resolver({ timeout: 3 * SECOND, tries: 2 })
  return { mx: (name) => resolver.resolveMx(name), txt: (name) => resolver.resolveTxt(name) }
}

/** Through a resolver of the kind that sender checks are given; absent answers throw, as in node:dns. */
export function resolverOf(resolve: (name: string, rrtype: string) => Promise<unknown>): DnsResolver {
  return {
    mx: async (name) => (await resolve(name, "MX")) as Awaited<ReturnType<DnsResolver["mx"]>>,
    txt: async (name) => (await resolve(name, "TXT")) as string[][],
  }
}

/** Nothing is asked of the network. */
export const noResolver: DnsResolver = {
  mx: () => Promise.reject(new Error("offline")),
  txt: () => Promise.reject(new Error("offline")),
}
