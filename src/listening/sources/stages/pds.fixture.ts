import type { Answered, Asked } from "../served.fixture.ts"
import { json } from "./stage.fixture.ts"

type Fields = Record<string, unknown>

const bad = (error: string, message: string, status = 400): Answered => ({ ...json({ error, message }), status })

/**
 * A personal data server with one account of ours, as its lexicons say (https://atproto.com/lexicons/com-atproto-repo, -server, -identity),
 * and what the network's view answers through it (app.bsky.feed.getPosts).
 */
export class Pds {
  readonly did = "did:plc:lilas2345678901234567890"
  readonly handle = "lilas.example"
  readonly password = "abcd-efgh-ijkl-mnop"
  /** Ours, by record key. */
  readonly records = new Map<string, { cid: string; value: Fields }>()
  /** Others', by address. */
  readonly posts = new Map<string, { cid: string; record: Fields; viewer?: Fields }>()
  readonly handles = new Map<string, string>()
  /** What happens to the next that is written: it is kept and nothing answered, it isn't kept and nothing answered, or refused. */
  next: "cut-after" | "cut-before" | "full" | null = null
  /** The access token has run out. */
  expired = false
  sessions = 0
  written: (rkey: string, cid: string, record: Fields | null) => void = () => {}
  readonly #start: Date

  constructor(start: Date) {
    this.#start = start
  }

  answer({ method, path, query, headers, body }: Asked): Answered {
    const name = path.replace("/xrpc/", "")
    const input = (body.length > 0 ? JSON.parse(body.toString()) : {}) as Fields
    if (name === "com.atproto.server.createSession" && method === "POST") return this.#open(input)
    if (name === "com.atproto.server.refreshSession" && method === "POST") {
      if (headers.authorization !== `Bearer refresh-${this.sessions}`) return bad("ExpiredToken", "Token has been revoked")
      return this.#session()
    }
    if (headers.authorization !== `Bearer access-${this.sessions}` || this.expired) {
      this.expired = false
      return bad("ExpiredToken", "Token has expired")
    }
    switch (`${method} ${name}`) {
      case "GET app.bsky.feed.getPosts":
        return json({ posts: query.getAll("uris").flatMap((uri) => this.#post(uri)) })
      case "GET com.atproto.identity.resolveHandle": {
        const did = this.handles.get(query.get("handle") ?? "")
        return did ? json({ did }) : bad("InvalidRequest", "Unable to resolve handle")
      }
      case "GET com.atproto.repo.getRecord": {
        const found = this.records.get(query.get("rkey") ?? "")
        const uri = `at://${query.get("repo")}/${query.get("collection")}/${query.get("rkey")}`
        return found && query.get("repo") === this.did ? json({ uri, ...found }) : bad("RecordNotFound", `Could not locate record: ${uri}`)
      }
      case "POST com.atproto.repo.createRecord":
        return this.#create(input)
      case "POST com.atproto.repo.deleteRecord": {
        const rkey = String(input["rkey"])
        if (this.records.delete(rkey)) this.written(rkey, "", null)
        return json({})
      }
      default:
        return bad("MethodNotImplemented", "Method Not Implemented", 501)
    }
  }

  #open({ identifier, password }: Fields): Answered {
    if (identifier !== this.handle || password !== this.password)
      return bad("AuthenticationRequired", "Invalid identifier or password", 401)
    return this.#session()
  }

  #session(): Answered {
    this.sessions++
    const jwts = { accessJwt: `access-${this.sessions}`, refreshJwt: `refresh-${this.sessions}` }
    return json({ ...jwts, did: this.did, handle: this.handle, active: true })
  }

  #post(uri: string): Fields[] {
    const found = this.posts.get(uri)
    return found ? [{ uri, author: { did: uri.split("/")[2], handle: "maya.example" }, viewer: {}, indexedAt: this.#start, ...found }] : []
  }

  #create({ repo, collection, rkey, record }: Fields): Answered {
    if (repo !== this.did || collection !== "app.bsky.feed.post") return bad("InvalidRequest", "Invalid repo or collection")
    const [key, value] = [String(rkey), record as Fields]
    if (!/^[234567a-z]{13}$/.test(key)) return bad("InvalidRequest", "Invalid TID")
    if ([...new Intl.Segmenter().segment(String(value["text"]))].length > 300)
      return bad("InvalidRequest", "must not be longer than 300 graphemes")
    const how = this.next
    this.next = null
    if (how === "full") return bad("RateLimitExceeded", "Rate Limit Exceeded", 429)
    if (how === "cut-before") return { cut: true }
    if (this.records.has(key)) return bad("InvalidRequest", "Record already exists")
    const cid = `bafy${key}`
    this.records.set(key, { cid, value })
    this.written(key, cid, value)
    return how === "cut-after" ? { cut: true } : json({ uri: `at://${this.did}/${collection}/${key}`, cid, validationStatus: "valid" })
  }
}
