/** Text as it was written, with its web addresses made into links that tell nothing of where they were followed from. */
export function Linked({ text, className }: { text: string; className: string }) {
  const parts = text.split(/(https?:\/\/[^\s<>"'“”«»]+[^\s<>"'“”«».,;:!?)\]])/)
  return (
    <div className={className} dir="auto">
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <a key={index} className="link" href={part} target="_blank" rel="noopener noreferrer nofollow">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </div>
  )
}
