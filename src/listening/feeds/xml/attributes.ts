const ATTRIBUTE = /([^\s=>"'/][^\s=>"']*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g
const MOST = 100

/** The attributes of a tag as written, names in small letters, values undecoded; the first of two with one name counts. */
export function* attributesOf(tag: string): Generator<[name: string, value: string]> {
  let count = 0
  for (const [, name = "", double, single, bare] of tag.matchAll(ATTRIBUTE)) {
    if (++count > MOST) return
    yield [name.toLowerCase(), double ?? single ?? bare ?? ""]
  }
}
