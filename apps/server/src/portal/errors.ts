import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ProblemReply } from '../platform/http-server.ts'
import { errorPage } from './error.view.ts'
import { htmlType, type Pages } from './pages.ts'

/** People get a page, programs get JSON: decided by what the request accepts. */
export async function answerWithPage(
  pages: Pages,
  request: FastifyRequest,
  reply: FastifyReply,
  problem: ProblemReply,
): Promise<unknown> {
  if (!(request.headers.accept ?? '').includes('text/html')) {
    const { status: _status, ...body } = problem
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(body))
  }
  return reply.type(htmlType).send(errorPage(await pages.contextOf(request), problem))
}
