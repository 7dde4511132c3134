import { endpoint, Id, Instant, Nullable, Ok, OneOf, Text } from '@xianghui/kit/contract'
import Type from 'typebox'

const SignInReply = Type.Object({
  next: OneOf(['done', 'second-factor', 'bind-second-factor']),
})

export const Me = Type.Object({
  accountId: Id,
  name: Type.String(),
  roles: Type.Array(Type.Object({ role: Type.String(), zh: Type.String(), en: Type.String() })),
  /** permission → 'centre' or station ids */
  permissions: Type.Record(Type.String(), Type.Union([Type.Literal('centre'), Type.Array(Id)])),
  mustChangePassword: Type.Boolean(),
})

export const identityContract = {
  signIn: endpoint('POST', '/api/sign-in', '用户名和密码登录', {
    body: Type.Object({ username: Text(64, 1), password: Text(200, 1) }),
    reply: SignInReply,
  }),
  requestPhoneCode: endpoint('POST', '/api/sign-in/phone-code', '获取手机验证码', {
    body: Type.Object({ phone: Text(20, 5) }),
    reply: Ok,
  }),
  signInByPhone: endpoint('POST', '/api/sign-in/phone', '手机验证码登录', {
    body: Type.Object({ phone: Text(20, 5), code: Type.String({ pattern: '^\\d{6}$' }) }),
    reply: SignInReply,
  }),
  startSecondFactor: endpoint('POST', '/api/sign-in/second-factor/bind', '绑定第二重验证', {
    reply: Type.Object({
      secret: Type.String(),
      uri: Type.String(),
      qr: Type.String({ description: 'SVG of the QR code' }),
    }),
  }),
  confirmSecondFactor: endpoint('POST', '/api/sign-in/second-factor/confirm', '确认第二重验证', {
    body: Type.Object({ code: Type.String({ pattern: '^\\d{6}$' }) }),
    reply: Type.Object({ recoveryCodes: Type.Array(Type.String()) }),
  }),
  finishSignIn: endpoint('POST', '/api/sign-in/second-factor', '第二重验证登录', {
    body: Type.Object({ code: Text(20, 6) }),
    reply: SignInReply,
  }),
  signOut: endpoint('POST', '/api/sign-out', '退出登录', { reply: Ok }),
  me: endpoint('GET', '/api/me', '当前账号', { reply: Me }),
  changePassword: endpoint('POST', '/api/me/password', '修改密码', {
    body: Type.Object({ current: Nullable(Text(200)), next: Text(200, 1) }),
    reply: Ok,
  }),
  mySessions: endpoint('GET', '/api/me/sessions', '我的登录设备', {
    reply: Type.Array(
      Type.Object({
        id: Id,
        ip: Nullable(Type.String()),
        userAgent: Nullable(Type.String()),
        seenAt: Instant,
        current: Type.Boolean(),
      }),
    ),
  }),
  endOtherSessions: endpoint('POST', '/api/me/sessions/end-others', '退出其他设备', { reply: Ok }),
}
