import { App } from 'antd'

export interface Toast {
  done(text: string): void
  refused(text: string): void
  say(text: string): void
}

/** Short sentences that pass; antd announces them to screen readers. A refusal stays long enough to be read. */
export function useToast(): Toast {
  const { message } = App.useApp()
  return {
    done: (text) => void message.success(text, 3),
    refused: (text) => void message.error(text, Math.min(12, 4 + text.length / 12)),
    say: (text) => void message.info(text, 4),
  }
}
