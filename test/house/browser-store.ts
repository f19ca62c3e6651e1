import { dissect, type Source } from "./source.ts"

const STORE = "web/desk/api/browser-store.ts"
const TOUCHED = /\b(localStorage|sessionStorage|indexedDB)\b/

/** Files of the desk that touch the browser's store by themselves: where it is full, or closed to us, they would break. */
export function strayStores(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path, text }) => path.startsWith("web/desk/") && path !== STORE && TOUCHED.test(dissect(text).code))
    .map(({ path }) => `${path} touches the browser's store, which may be full or closed to us: by ${STORE}`)
}
