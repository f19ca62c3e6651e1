/** What this browser keeps under a name; null: nothing, or its store is closed to us. */
export function readHere(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** The same as the object that was written down; null, too, where it is somebody else's words under our name. */
export function parseHere(name: string): object | null {
  try {
    const kept: unknown = JSON.parse(readHere(name) ?? "null")
    return typeof kept === "object" ? kept : null
  } catch {
    return null
  }
}

/**
 * Keeps a text in this browser; null lets go of it. Gives whether there was room: a store that is full, or closed to us, takes nothing
 * away from what stands on the page, and what was kept before stays.
 */
export function writeHere(name: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(name)
    else localStorage.setItem(name, text)
    return true
  } catch {
    return false
  }
}

/** Under which names something is kept. */
export function namesHere(): string[] {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}
