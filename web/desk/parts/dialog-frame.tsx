import type { ReactNode } from "react"
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components"
import { useWords } from "../words/use-words.ts"
import { Button } from "./button.tsx"

export interface DialogProps {
  title: string
  children: ReactNode
  onClose: () => void
  wide?: boolean
}

/** A dialog itself: it takes the focus, keeps it, and gives it back. */
export function DialogFrame({ title, children, onClose, wide }: DialogProps) {
  const { say } = useWords()
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal" data-wide={wide || undefined}>
        <AriaDialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <Button bare kind="quiet" icon="close" onPress={onClose}>
              {say("act.close")}
            </Button>
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
