/**
 * Does something once what is being drawn stands on the screen and so many milliseconds more, or a moment later where nobody looks and no
 * frame comes; what it gives takes that back.
 */
export function afterPaint(doing: () => void, rest = 0): () => void {
  let timer = setTimeout(doing, UNSEEN + rest)
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer)
    // The frame is drawn after its scripts, however long that takes: a breath begins when it is.
    timer = setTimeout(() => {
      timer = setTimeout(doing, BREATH + rest)
    })
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

const UNSEEN = 500
/** Who waits to hear of the frame, or has pressed a key meanwhile, comes first. */
const BREATH = 10
