import { listPublicActivities, listPublicGoals } from '../modules/plan/index.ts'
import { activityRow } from './activities.ts'
import { inLocale } from './page-context.ts'
import type { Pages } from './pages.ts'
import { findOnlineService, serviceCards } from './services.ts'
import { trainingPage } from './training.view.ts'

const classKinds = new Set(['class', 'lecture', 'contest'])
const trainingGoals = new Set(['training', 'incubation', 'trainees', 'classes'])

export function mountTraining(pages: Pages): void {
  pages.page('/training', async ({ ctx, inCentre }) => {
    const view = await inCentre(async (tx) => ({
      services: await serviceCards(tx, ctx, 'training'),
      activities: await listPublicActivities(tx),
      goals: await listPublicGoals(tx),
      signUpKey: await findOnlineService(tx, 'class_signup'),
    }))
    return trainingPage(ctx, {
      services: view.services,
      classes: view.activities.filter((one) => classKinds.has(one.kind)).map((one) => activityRow(ctx, one)),
      goals: view.goals
        .filter((one) => trainingGoals.has(one.key))
        .map((one) => ({
          title: inLocale(ctx, one.title, one.titleEn),
          summary: inLocale(ctx, one.summary, one.summaryEn),
        })),
      signUpKey: view.signUpKey,
    })
  })
}
