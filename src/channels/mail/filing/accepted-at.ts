/** When a spooled thing was accepted: its id begins with the time (UUID version 7). */
export function acceptedAt(spoolId: string): Date {
  return new Date(Number.parseInt(spoolId.replaceAll("-", "").slice(0, 12), 16))
}
