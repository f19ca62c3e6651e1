/**
 * What the demonstration answers itself about senders, in place of the network: addresses under .example that write from here are proven,
 * but for one that pretends to be somebody.
 */
export async function demoNames(name: string, rrtype: string): Promise<string[][] | string[]> {
  const failing = name.includes("goe1and")
  if (rrtype === "TXT" && name.startsWith("_dmarc.")) return [["v=DMARC1; p=reject"]]
  if (rrtype === "TXT" && name.endsWith(".example") && !name.includes("_"))
    return [[failing ? "v=spf1 -all" : "v=spf1 ip4:127.0.0.0/8 ip6:::1 -all"]]
  throw Object.assign(new Error(`No ${rrtype} for ${name}`), { code: "ENOTFOUND" })
}
