import { Image } from '@tiptap/extension-image'
import { EditorContent, useEditor } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import { useEffect } from 'react'
import { Figure, FigureCaption, TableCell, TableHeader, TableNode, TableRow } from './editor-nodes.ts'
import { EditorTools } from './editor-tools.tsx'
import './content.css'

const extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    code: false,
    codeBlock: false,
    strike: false,
    underline: false,
    link: {
      openOnClick: false,
      autolink: true,
      HTMLAttributes: { target: null, rel: null },
      isAllowedUri: (address) => /^(?:https?:\/\/|\/(?![/\\])|#)/i.test(address),
    },
  }),
  Image,
  Figure,
  FigureCaption,
  TableNode,
  TableRow,
  TableCell,
  TableHeader,
]

/** The text of an article. What it can make is what the server keeps: no colours, fonts or sizes. */
export function BodyEditor(props: { label: string; html: string; onChange: (html: string) => void; id: string }) {
  const editor = useEditor({
    extensions,
    content: props.html,
    // The CSP allows no style element of its own making; content.css has what it would write.
    injectCSS: false,
    editorProps: {
      attributes: {
        class: 'article-body',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': props.label,
        id: props.id,
      },
    },
    onUpdate: ({ editor: now }) => props.onChange(now.isEmpty ? '' : now.getHTML()),
  })
  useEffect(() => () => editor?.destroy(), [editor])
  return (
    <div className="editor">
      {editor && <EditorTools editor={editor} />}
      <EditorContent editor={editor} />
    </div>
  )
}
