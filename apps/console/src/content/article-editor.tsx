import { type Article, contentContract } from '@xianghui/server/contract/content'
import { Alert, Button, Modal, Tabs } from 'antd'
import { useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { ApiProblem } from '../shared/api.ts'
import { ConfirmButton } from '../shared/confirm-button.tsx'
import { useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { StatusTag } from '../shared/status-tag.tsx'
import { useAct } from '../shared/use-act.ts'
import { type FieldProps, Labelled, TextField } from './article-field.tsx'
import { ArticleNotes, TakeDown } from './article-notes.tsx'
import { ArticleSettings } from './article-settings.tsx'
import { articleStates, emptyArticle, inputOf } from './article-shapes.ts'
import { ArticleVersions } from './article-versions.tsx'
import { ArticleView } from './article-view.tsx'
import { BodyEditor } from './body-editor.tsx'
import { DraftNote } from './draft-note.tsx'
import { locale } from './locale.ts'
import { useDraft } from './use-draft.ts'
import { WordHints } from './word-hints.tsx'
import './content.css'

export interface ArticleEditorProps {
  /** null = not written yet */
  article: Article | null
  onMade: (article: Article) => void
  onSent: () => void
}

/** The desk of a writer: text at the left, settings at the right, saving by itself, submit when done. */
export function ArticleEditor({ article, onMade, onSent }: ArticleEditorProps) {
  const t = useText(locale)
  const navigate = useNavigate()
  const draft = useDraft(article, article ? inputOf(article) : emptyArticle(t.sourceOwn), onMade)
  const { input, change } = draft
  const [preview, setPreview] = useState(false)
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const submit = useAct(contentContract.submitArticle, { done: t.submitted, quiet: true })
  const remove = useAct(contentContract.deleteDraft, { done: t.deleted })

  const send = async () => {
    if (!(await draft.save())) return
    const { id, version } = draft.saved()
    if (id === undefined) return setFaults({ title: t.notReady })
    try {
      await submit.actOrThrow({ params: { id }, body: { version } })
      setFaults({})
      onSent()
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setFaults(Object.fromEntries(error.fields.map((fault) => [fault.field, fault.message])))
    }
  }
  const id = draft.saved().id
  return (
    <Page
      title={article ? article.title || t.untitled : t.newArticle}
      back="/content/articles"
      act={
        <div className="article-acts">
          <DraftNote state={draft.state} />
          <Button onClick={() => setPreview(true)}>{t.preview}</Button>
          <Button type="primary" loading={submit.running} onClick={() => void send()}>
            {t.submit}
          </Button>
        </div>
      }
    >
      {article && <ArticleNotes article={article} />}
      {submit.problem && (
        <Alert
          className="article-alert"
          type="error"
          role="alert"
          title={submit.problem.message}
          description={submit.problem.fields.map((fault) => fault.message).join(' ')}
        />
      )}
      <WordHints hints={draft.hints} />
      <div className="article-editor">
        <div className="article-main panel">
          {article && <StatusTag status={articleStates[article.state]} />}
          <Tabs
            items={[
              {
                key: 'zh',
                label: t.chinese,
                children: (
                  <>
                    <TextField
                      label={t.articleTitle}
                      value={input.title}
                      max={120}
                      fault={faults.title}
                      onChange={(title) => change({ title })}
                    />
                    <Body
                      label={t.body}
                      html={input.bodyHtml}
                      fault={faults.bodyHtml}
                      onChange={(bodyHtml) => change({ bodyHtml })}
                    />
                    <TextField
                      label={t.summary}
                      why={t.summaryWhy}
                      value={input.summary}
                      max={400}
                      rows={3}
                      onChange={(summary) => change({ summary })}
                    />
                  </>
                ),
              },
              {
                key: 'en',
                label: t.english,
                children: (
                  <>
                    <p className="quiet">{t.englishHint}</p>
                    <TextField
                      label={t.titleEn}
                      value={input.titleEn ?? ''}
                      max={240}
                      onChange={(text) => change({ titleEn: text || null })}
                    />
                    <Body
                      label={t.body}
                      html={input.bodyHtmlEn ?? ''}
                      fault={faults.bodyHtmlEn}
                      onChange={(html) => change({ bodyHtmlEn: html || null })}
                    />
                    <TextField
                      label={t.summaryEn}
                      value={input.summaryEn ?? ''}
                      max={800}
                      rows={3}
                      onChange={(text) => change({ summaryEn: text || null })}
                    />
                    <TextField
                      label={t.sourceEn}
                      value={input.sourceNameEn ?? ''}
                      max={240}
                      onChange={(text) => change({ sourceNameEn: text || null })}
                    />
                  </>
                ),
              },
            ]}
          />
        </div>
        <div className="article-side">
          <ArticleSettings input={input} change={change} faults={faults} />
          {id !== undefined && <ArticleVersions id={id} />}
          <div className="article-acts">
            {article && <TakeDown article={article} />}
            {id !== undefined && article?.publishedVersion == null && (
              <ConfirmButton
                danger
                type="text"
                ask={t.deleteAsk}
                onConfirm={async () => {
                  await remove.actOrThrow({ params: { id } })
                  draft.clear()
                  await navigate('/content/articles')
                }}
              >
                {t.deleteDraft}
              </ConfirmButton>
            )}
          </div>
        </div>
      </div>
      <Modal
        open={preview}
        title={t.previewTitle}
        footer={null}
        width={860}
        onCancel={() => setPreview(false)}
        destroyOnHidden
      >
        <ArticleView article={input} at={input.publishOn} />
      </Modal>
    </Page>
  )
}

function Body(props: FieldProps & { html: string; onChange: (html: string) => void }) {
  const id = useId()
  return (
    <Labelled {...props} id={id}>
      <BodyEditor id={id} label={props.label} html={props.html} onChange={props.onChange} />
    </Labelled>
  )
}
