import type { MessageTable } from '../../platform/messages.ts'

export const identityMessages: MessageTable = {
  'identity.wrong_credentials': {
    status: 401,
    zh: '用户名或密码不对。连续输错 5 次将锁定 15 分钟；忘记密码请联系中心管理员重置。',
    en: 'Wrong user name or password. Five wrong tries lock the account for 15 minutes.',
  },
  'identity.locked': {
    status: 429,
    zh: '尝试次数过多，请 {minutes} 分钟后再试，或联系中心管理员。',
    en: 'Too many tries; try again in {minutes} minutes.',
  },
  'identity.wrong_code': {
    status: 401,
    zh: '验证码不对或已过期，请核对后重新输入。',
    en: 'The code is wrong or has expired.',
  },
  'identity.code_too_soon': {
    status: 429,
    zh: '验证码刚刚发出，请 {seconds} 秒后再获取。',
    en: 'A code was just sent; ask again in {seconds} seconds.',
  },
  'identity.no_half_session': {
    status: 401,
    zh: '登录已超时，请重新输入用户名和密码。',
    en: 'Sign-in timed out; start again.',
  },
  'identity.weak_password': {
    status: 400,
    zh: '密码不够安全：{reasons}。',
    en: 'The password is too weak: {reasons}.',
  },
  'identity.username_taken': {
    status: 409,
    zh: '用户名“{username}”已有人使用，请换一个。',
    en: 'The user name {username} is taken.',
  },
  'identity.phone_taken': {
    status: 409,
    zh: '这个手机号已绑定另一个账号，请核对。',
    en: 'This phone belongs to another account.',
  },
  'identity.factor_needed': {
    status: 409,
    zh: '您的角色必须使用第二重验证，不能关闭。',
    en: 'Your role needs a second factor; it cannot be turned off.',
  },
  'identity.factor_not_started': {
    status: 409,
    zh: '请先扫码绑定验证器，再输入验证码。',
    en: 'Scan the code with your authenticator first.',
  },
  'identity.last_admin': {
    status: 409,
    zh: '这是最后一位系统管理员，请先授予另一人该角色。',
    en: 'This is the only administrator; grant the role to somebody else first.',
  },
  'identity.setup_link_used': {
    status: 410,
    zh: '这个开通链接已失效。请到服务器的启动窗口查看新的链接，或直接登录。',
    en: 'This set-up link is no longer valid; see the start-up window for a new one, or sign in.',
  },
  'identity.setup_done': {
    status: 409,
    zh: '中心已经开通，请直接登录。',
    en: 'The centre is set up already; sign in.',
  },
  'identity.bad_username': {
    status: 400,
    zh: '用户名须为 3—32 位小写字母、数字、点、短横或下划线。',
    en: 'User names are 3–32 lower-case letters, digits, dots, dashes or underscores.',
  },
  'identity.bad_phone': {
    status: 400,
    zh: '手机号不对，请填写 11 位手机号码。',
    en: 'Not a valid mobile number.',
  },
  'identity.role_unknown': { status: 400, zh: '没有这个角色：{role}。', en: 'There is no role {role}.' },
  'identity.role_needs_station': {
    status: 400,
    zh: '“{role}”须指定服务站点，请选择站点。',
    en: 'The role {role} is given for a station; choose one.',
  },
  'identity.not_above_self': {
    status: 403,
    zh: '不能给自己增加角色，请由另一位管理员办理。',
    en: 'You cannot grant roles to yourself; ask another administrator.',
  },
}
