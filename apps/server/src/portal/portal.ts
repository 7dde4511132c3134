import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Front, ProblemReply } from '../platform/http-server.ts'
import type { AssetFolder } from '../platform/static-files.ts'
import { mountAbout } from './about.ts'
import { mountActivities } from './activities.ts'
import { mountApply } from './apply.ts'
import type { PortalDeps } from './ask.ts'
import { mountContact } from './contact.ts'
import { answerWithPage } from './errors.ts'
import { mountHome } from './home.ts'
import { mountNews } from './news.ts'
import { createPages } from './pages.ts'
import { mountPrefs } from './prefs.ts'
import { mountProducts } from './products.ts'
import { mountSearch } from './search.ts'
import { mountSeo } from './seo/seo.ts'
import { mountServices } from './services.ts'
import { buildSiteCss } from './site-css.ts'
import { mountStations } from './stations.ts'
import { mountStatistics } from './statistics.ts'
import { mountStatus } from './status.ts'
import { mountTextPages } from './text-pages.ts'
import { mountTraining } from './training.ts'
import { mountZones } from './zones.ts'

export interface Portal {
  /** pages kept in memory, answered before the framework */
  front: Front
  errorPage(request: FastifyRequest, reply: FastifyReply, problem: ProblemReply): Promise<unknown>
}

/** The public site: mounts every page, its style sheet and its files for machines. */
export function mountPortal(http: FastifyInstance, deps: PortalDeps, scripts: AssetFolder): Portal {
  const css = buildSiteCss()
  const pages = createPages(http, deps, css, scripts)
  for (const mount of [
    mountHome,
    mountServices,
    mountZones,
    mountActivities,
    mountProducts,
    mountTraining,
    mountStatistics,
    mountStations,
    mountSearch,
    mountAbout,
    mountTextPages,
  ])
    mount(pages)
  mountNews(pages, deps.feed)
  mountApply(http, deps, pages)
  mountStatus(http, deps, pages)
  mountContact(http, deps, pages)
  mountPrefs(http)
  mountSeo(http, pages, css)
  return {
    front: pages.front,
    errorPage: (request, reply, problem) => answerWithPage(pages, request, reply, problem),
  }
}
