import { useCentreName } from '../frame/use-centre-name.ts'
import { frameLocale } from '../locale/frame.ts'
import { Facts } from '../shared/facts.tsx'
import { useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'

export default function AboutPage() {
  const words = useText(frameLocale)
  const centre = useCentreName()
  return (
    <Page title={words.about} intro={words.aboutIntro}>
      <section className="panel">
        <Facts
          items={[
            { label: words.aboutCentre, value: centre },
            { label: words.aboutWhat, value: words.aboutWhatText },
            { label: words.aboutVersion, value: __VERSION__ },
            { label: words.aboutLicence, value: words.aboutLicenceText },
            { label: words.aboutData, value: words.aboutDataText },
            { label: words.aboutApi, value: <a href="/api/docs">/api/docs</a> },
          ]}
        />
      </section>
    </Page>
  )
}
