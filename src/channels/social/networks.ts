import { bluesky } from "./bluesky/bluesky.ts"
import { mastodon } from "./mastodon/mastodon.ts"
import type { Network } from "./network.ts"

export const NETWORKS: readonly Network[] = [bluesky, mastodon]

export function networkOf(kind: string): Network | undefined {
  return NETWORKS.find((network) => network.kind === kind)
}
