import { endpoint, Nullable, Ok, OneOf, Text } from '@xianghui/kit/contract'
import Type from 'typebox'

const Token = Type.String({ minLength: 20, maxLength: 100 })
const Level = OneOf(['county', 'prefecture'])

/** What the wizard shows before anybody has an account. The token goes in the body: addresses are logged, bodies are not. */
export const setupContract = {
  setupState: endpoint('POST', '/api/setup/state', '开通向导：当前情况', {
    body: Type.Object({ token: Token }),
    reply: Type.Object({
      /** open = the link is good; done = set up already; invalid = another or an old link */
      state: OneOf(['open', 'done', 'invalid']),
      known: Nullable(
        Type.Object({
          name: Type.String(),
          nameEn: Type.String(),
          level: Level,
          regionCode: Nullable(Type.String()),
          /** the loaded plan, if any */
          planTitle: Nullable(Type.String()),
          planTitleEn: Nullable(Type.String()),
        }),
      ),
      noticeVersion: Type.String(),
    }),
  }),
  finishSetup: endpoint('POST', '/api/setup', '开通向导：完成', {
    body: Type.Object({
      token: Token,
      centre: Type.Object({ name: Text(80, 1), nameEn: Text(160), level: Level, regionCode: Text(12, 2) }),
      administrator: Type.Object({
        name: Text(30, 1),
        username: Text(32, 1),
        password: Text(200, 1),
        phone: Nullable(Text(20)),
        alsoManager: Type.Boolean(),
      }),
      data: OneOf(['plan', 'empty']),
      accepted: Type.Object({ privacy: Type.Literal(true), planMark: Type.Literal(true) }),
      noticeVersion: Text(20, 1),
    }),
    reply: Ok,
    idempotent: true,
  }),
}
