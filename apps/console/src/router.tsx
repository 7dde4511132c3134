import { createBrowserRouter, Outlet, type RouteObject } from 'react-router'
import { NotFound, RouteError } from './frame/error-pages.tsx'
import { Frame } from './frame/frame.tsx'
import { Guarded } from './frame/guarded.tsx'
import { HomePage } from './frame/home-page.tsx'
import { SignedIn } from './frame/signed-in.tsx'
import { allRoutes } from './menu.ts'
import type { ModuleRoute } from './shared/module-routes.ts'
import { SignInPage } from './sign-in/sign-in-page.tsx'

/** Every page is loaded when it is opened; its permission is asked before. */
function pageRoute(route: ModuleRoute): RouteObject {
  return {
    path: route.path,
    errorElement: <RouteError />,
    lazy: async () => {
      const { default: PageBody } = await route.page()
      return {
        element: (
          <Guarded permission={route.permission}>
            <PageBody />
          </Guarded>
        ),
      }
    },
  }
}

const framed = allRoutes.filter((route) => !route.bare).map(pageRoute)
const bare = allRoutes.filter((route) => route.bare).map(pageRoute)
const hasHome = allRoutes.some((route) => route.path === '/')

export const router = createBrowserRouter(
  [
    { path: '/sign-in', element: <SignInPage />, errorElement: <RouteError /> },
    {
      // Open to the holder of the one-time link: nobody has an account yet.
      path: '/setup',
      hydrateFallbackElement: <div className="boot" aria-busy="true" />,
      errorElement: <RouteError />,
      lazy: async () => ({ Component: (await import('./setup/setup-page.tsx')).default }),
    },
    {
      element: (
        <SignedIn>
          <Outlet />
        </SignedIn>
      ),
      errorElement: <RouteError />,
      hydrateFallbackElement: <div className="boot" aria-busy="true" />,
      children: [
        ...bare,
        {
          element: <Frame />,
          children: [
            ...(hasHome ? [] : [{ path: '/', element: <HomePage /> }]),
            ...framed,
            { path: '*', element: <NotFound /> },
          ],
        },
      ],
    },
  ],
  { basename: '/console' },
)
