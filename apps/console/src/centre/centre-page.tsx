import { centreContract } from '@xianghui/server/contract/centre'
import { Alert } from 'antd'
import { useText } from '../shared/locale.ts'
import { useCan } from '../shared/me.ts'
import { Page } from '../shared/page.tsx'
import { QueryView } from '../shared/query-view.tsx'
import { ResourceForm } from '../shared/resource-form.tsx'
import { useAct } from '../shared/use-act.ts'
import { useApi } from '../shared/use-api.ts'
import { locale } from './locale.ts'
import { type Profile, profileFields, unsetOf } from './profile-fields.ts'

type Body = Omit<Profile, 'setUpAt' | 'source'>

/** The centre's profile: what the public site shows at head and foot. */
export default function CentrePage() {
  const t = useText(locale)
  const query = useApi(centreContract.getCentre)
  return (
    <Page title={t.title} intro={t.intro}>
      <QueryView query={query}>{(profile) => <ProfileForm key={profile.version} profile={profile} />}</QueryView>
    </Page>
  )
}

function ProfileForm({ profile }: { profile: Profile }) {
  const t = useText(locale)
  const can = useCan()
  const region = useApi(centreContract.listRegions, { query: { q: profile.regionCode ?? '' } })
  const save = useAct(centreContract.saveCentre, { done: t.saved, quiet: true })
  const unset = unsetOf(profile, t)
  const { setUpAt: _setUpAt, source, ...initial } = profile
  const known = (region.data?.items ?? []).map((one) => ({ value: one.code, label: one.name }))
  const fields = profileFields(t).map((field) => (field.kind === 'region' ? { ...field, known } : field))
  if (region.isPending) return null
  return (
    <section className="panel">
      {source !== 'own' && <Alert type="info" showIcon title={t.fromPlan} />}
      {unset.length > 0 && <Alert type="warning" showIcon title={`${t.unsetCount(unset.length)}${unset.join('、')}`} />}
      <ResourceForm<Body>
        name="centre:profile"
        schema={centreContract.saveCentre.body}
        fields={fields}
        initial={initial}
        readOnly={!can('centre.write')}
        onSubmit={(body) => save.actOrThrow({ body: { ...body, version: profile.version } })}
      />
    </section>
  )
}
