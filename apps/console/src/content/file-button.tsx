import { Button, type ButtonProps } from 'antd'
import { useRef } from 'react'

/** A button that asks for one file. */
export function FileButton({
  accept,
  onFile,
  ...rest
}: Omit<ButtonProps, 'onClick'> & { accept?: string; onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
      <Button {...rest} onClick={() => input.current?.click()} />
    </>
  )
}
