/** Hosts that are being asked, for each way out. */
const asking = new WeakMap<object, Map<string, Promise<unknown>>>()

/** Does something with a host after everything before it is done with it: no place is asked two things at once. */
export async function oneAtATime<T>(outbound: object, url: string, work: () => Promise<T>): Promise<T> {
  const hosts = asking.get(outbound) ?? new Map<string, Promise<unknown>>()
  asking.set(outbound, hosts)
  const host = new URL(url).host
  const turn = (hosts.get(host) ?? Promise.resolve()).then(work)
  const settled = turn
    .catch(() => {}) // whoever asked is told
    .finally(() => {
      if (hosts.get(host) === settled) hosts.delete(host)
    })
  hosts.set(host, settled)
  return turn
}
