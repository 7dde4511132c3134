import {
  BoldOutlined,
  DeleteColumnOutlined,
  FontSizeOutlined,
  InsertRowBelowOutlined,
  InsertRowRightOutlined,
  ItalicOutlined,
  LineOutlined,
  LinkOutlined,
  MessageOutlined,
  OrderedListOutlined,
  PictureOutlined,
  RedoOutlined,
  TableOutlined,
  UndoOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons'
import { type Editor, useEditorState } from '@tiptap/react'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useText } from '../shared/locale.ts'
import { ImageDialog, LinkDialog } from './editor-dialogs.tsx'
import { newTable, tableCommands } from './editor-nodes.ts'
import { locale } from './locale.ts'

// The cursor goes into the first cell of the new table.
function insertTable(editor: Editor): void {
  const { from } = editor.state.selection
  editor
    .chain()
    .focus()
    .insertContent(newTable)
    .setTextSelection(from + 3)
    .run()
}

/** The tool bar of the text: only what the public page can show. */
export function EditorTools({ editor }: { editor: Editor }) {
  const t = useText(locale).tools
  const [dialog, setDialog] = useState<'link' | 'image'>()
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      h2: now.isActive('heading', { level: 2 }),
      h3: now.isActive('heading', { level: 3 }),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      quote: now.isActive('blockquote'),
      link: now.isActive('link'),
      table: now.isActive('table'),
    }),
  })
  const chain = () => editor.chain().focus()
  const inTable = (name: keyof typeof tableCommands) => {
    tableCommands[name](editor.state, editor.view.dispatch)
    editor.view.focus()
  }
  const tool = (label: string, icon: ReactNode, run: () => void, active?: boolean) => (
    <Button
      key={label}
      type="text"
      size="small"
      title={label}
      aria-label={label}
      aria-pressed={active}
      className={active ? 'is-on' : undefined}
      icon={icon}
      onClick={run}
    />
  )
  return (
    <div className="editor-tools" role="toolbar" aria-label={t.bar}>
      {tool(t.h2, <FontSizeOutlined />, () => chain().toggleHeading({ level: 2 }).run(), on.h2)}
      {tool(t.h3, <FontSizeOutlined className="smaller" />, () => chain().toggleHeading({ level: 3 }).run(), on.h3)}
      {tool(t.bold, <BoldOutlined />, () => chain().toggleBold().run(), on.bold)}
      {tool(t.italic, <ItalicOutlined />, () => chain().toggleItalic().run(), on.italic)}
      {tool(t.bullets, <UnorderedListOutlined />, () => chain().toggleBulletList().run(), on.bullets)}
      {tool(t.numbers, <OrderedListOutlined />, () => chain().toggleOrderedList().run(), on.numbers)}
      {tool(t.quote, <MessageOutlined />, () => chain().toggleBlockquote().run(), on.quote)}
      {tool(t.line, <LineOutlined />, () => chain().setHorizontalRule().run())}
      {tool(t.link, <LinkOutlined />, () => setDialog('link'), on.link)}
      {tool(t.image, <PictureOutlined />, () => setDialog('image'))}
      {!on.table && tool(t.table, <TableOutlined />, () => insertTable(editor))}
      {on.table && tool(t.addRow, <InsertRowBelowOutlined />, () => inTable('addRow'))}
      {on.table && tool(t.addColumn, <InsertRowRightOutlined />, () => inTable('addColumn'))}
      {on.table && tool(t.dropTable, <DeleteColumnOutlined />, () => inTable('dropTable'))}
      {tool(t.undo, <UndoOutlined />, () => chain().undo().run())}
      {tool(t.redo, <RedoOutlined />, () => chain().redo().run())}
      {dialog === 'link' && <LinkDialog editor={editor} close={() => setDialog(undefined)} />}
      {dialog === 'image' && <ImageDialog editor={editor} close={() => setDialog(undefined)} />}
    </div>
  )
}
