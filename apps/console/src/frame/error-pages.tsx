import { Button } from 'antd'
import { useRouteError } from 'react-router'
import { Empty } from '../shared/empty.tsx'
import { LinkButton } from '../shared/link-button.tsx'
import { useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'

export function NotFound() {
  const t = useText()
  return (
    <Page title={t.notFound}>
      <Empty art="nothing-found" title={t.notFoundHint} act={<HomeLink />} />
    </Page>
  )
}

export function Forbidden() {
  const t = useText()
  return (
    <Page title={t.forbidden}>
      <Empty art="error" title={t.forbiddenHint} act={<HomeLink />} />
    </Page>
  )
}

/** A page that broke. A missing chunk means the server was updated while the page was open. */
export function RouteError() {
  const t = useText()
  const error = useRouteError()
  const outdated =
    error instanceof TypeError && /dynamically imported module|Importing a module|preload/i.test(error.message)
  return (
    <div className="page" role="alert">
      <Empty
        art="error"
        title={outdated ? t.newVersion : t.broken}
        hint={outdated ? undefined : t.brokenHint}
        act={
          <Button type="primary" onClick={() => window.location.reload()}>
            {t.reload}
          </Button>
        }
      />
    </div>
  )
}

function HomeLink() {
  const t = useText()
  return (
    <LinkButton type="primary" to="/">
      {t.goHome}
    </LinkButton>
  )
}
