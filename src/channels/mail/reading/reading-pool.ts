import { fallbackMail } from "./fallback.ts"
import type { ReadMail } from "./read-mail.types.ts"
import type { ReadingOptions } from "./read-mail.ts"
import { ReadingThread } from "./reading-thread.ts"

export interface ReadingPoolOptions {
  workers?: number
  timeoutMs?: number
  /** Heap of one worker. */
  memoryMb?: number
  /** How long a worker without work stays. */
  idleMs?: number
}

const SPECIMEN = Buffer.from(
  "From: A <a@a.example>\r\nTo: b@b.example\r\nSubject: =?utf-8?q?=C3=A9?=\r\nMessage-ID: <a@a.example>\r\nDate: Mon, 2 Nov 2026 09:00:00 +0100\r\n" +
    'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nYes\r\n\r\n> No\r\n' +
    "--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Yes</p><blockquote>No</blockquote>\r\n--b--\r\n",
)

/**
 * Reads mails in threads of their own. A mail that takes too long, or all the memory, costs its thread and nothing else: its reader
 * gets what its header says. Threads begin with the first mail and end when there's nothing to read.
 */
export class ReadingPool {
  private readonly options: Required<ReadingPoolOptions>
  private readonly idle: { thread: ReadingThread; timer: NodeJS.Timeout }[] = []
  private readonly waiting: ((thread: ReadingThread) => void)[] = []
  private readonly ending = new Set<Promise<void>>()
  private running = 0
  private closed = false

  constructor({ workers = 2, timeoutMs = 5_000, memoryMb = 512, idleMs = 5_000 }: ReadingPoolOptions = {}) {
    this.options = { workers, timeoutMs, memoryMb, idleMs }
  }

  /** Threads that are alive, for the tests and the figures. */
  get size(): number {
    return this.running + this.idle.length
  }

  /**
   * Reads a mail, waiting for a free thread: only as many mails as there are threads are in memory twice. It doesn't reject for
   * what a mail holds; see `warnings` for `unreadable.*`.
   */
  async read(raw: Buffer, options: ReadingOptions = {}): Promise<ReadMail> {
    const thread = await this.takeThread()
    const outcome = await thread.read(raw, options)
    this.giveBack(thread)
    return "mail" in outcome ? outcome.mail : fallbackMail(raw, outcome.reason, options)
  }

  /**
   * Has a thread ready, its code loaded and compiled once, before a mail needs it: starting one takes longer than reading a hundred
   * mails. Nothing happens while one is alive.
   */
  async warm(): Promise<void> {
    if (this.closed || this.size > 0) return
    await Promise.all(Array.from({ length: this.options.workers }, () => this.read(SPECIMEN)))
  }

  /** Ends all threads; mails that are being read come back as unreadable. */
  async close(): Promise<void> {
    this.closed = true
    for (const { thread, timer } of this.idle.splice(0)) this.end(thread, timer)
    await Promise.all(this.ending)
  }

  private takeThread(): Promise<ReadingThread> {
    if (this.closed) return Promise.reject(new Error("the reading pool is closed"))
    const idle = this.idle.pop()
    if (idle) clearTimeout(idle.timer)
    if (!idle && this.running >= this.options.workers) return new Promise((resolve) => this.waiting.push(resolve))
    this.running++
    return Promise.resolve(idle?.thread ?? this.start())
  }

  private start(): ReadingThread {
    return new ReadingThread(this.options.timeoutMs, this.options.memoryMb)
  }

  private giveBack(thread: ReadingThread): void {
    const next = this.waiting.shift()
    if (next) return next(thread.isAlive ? thread : this.start())
    this.running--
    if (!thread.isAlive) return
    if (this.closed) return this.end(thread)
    const timer = setTimeout(() => {
      const at = this.idle.findIndex((each) => each.thread === thread)
      if (at >= 0) this.idle.splice(at, 1)
      this.end(thread)
    }, this.options.idleMs)
    timer.unref()
    this.idle.push({ thread, timer })
  }

  private end(thread: ReadingThread, timer?: NodeJS.Timeout): void {
    clearTimeout(timer)
    const ending = thread.end().finally(() => this.ending.delete(ending))
    this.ending.add(ending)
  }
}
