import assert from "node:assert/strict"
import { test } from "node:test"
import { networkOf } from "./network.ts"

test("an address counts for its /64, or for itself under IPv4, however it is written", () => {
  const table: [string, string][] = [
    ["198.51.100.7", "198.51.100.7"],
    ["::ffff:198.51.100.7", "198.51.100.7"],
    ["::ffff:c633:6407", "198.51.100.7"],
    ["2001:db8:0:0:1::1", "2001:db8:0:0::/64"],
    ["2001:DB8::ffff:ffff:ffff:ffff", "2001:db8:0:0::/64"],
    ["2001:db8:0:1::1", "2001:db8:0:1::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["", "unknown"],
    ["not an address", "unknown"],
  ]
  for (const [ip, network] of table) assert.equal(networkOf(ip), network, ip)
})
