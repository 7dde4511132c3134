import type { Generated } from 'kysely'

export type IdentityTables = {
  'identity.person': {
    centre_id: string
    id: string
    name: string
    pinyin: string
    gender: 'female' | 'male' | null
    phone: string | null
    email: string | null
    citizen_id: string | null
    badge_no: string | null
    note: string | null
    state: 'active' | 'left'
    version: Generated<number>
    source: Generated<string>
    created_at: Date
    updated_at: Date
  }
  'identity.account': {
    centre_id: string
    id: string
    person_id: string
    username: string
    phone: string | null
    password_hash: string | null
    password_set_at: Date | null
    must_change_password: boolean
    totp_secret: string | null
    /** a secret shown but not yet confirmed */
    totp_pending: string | null
    totp_confirmed_at: Date | null
    totp_last_step: string | null
    recovery_hashes: unknown
    state: 'active' | 'disabled'
    last_sign_in_at: Date | null
    created_at: Date
  }
  'identity.role_grant': {
    centre_id: string
    account_id: string
    role: string
    station_id: string
    granted_by: string | null
    granted_at: Date
  }
  'identity.session': {
    centre_id: string
    token_hash: string
    id: string
    account_id: string
    second_factor_done: boolean
    ip: string | null
    user_agent: string | null
    created_at: Date
    seen_at: Date
    expires_at: Date
  }
  'identity.phone_code': {
    centre_id: string
    phone: string
    code_hash: string
    created_at: Date
    expires_at: Date
    tries: number
  }
  'identity.attempt': {
    centre_id: string
    subject: string
    failures: number
    first_at: Date
    locked_until: Date | null
  }
  'identity.setup_token': { centre_id: string; token_hash: string; created_at: Date; used_at: Date | null }
  'identity.consent': {
    centre_id: string
    id: string
    person_id: string
    purpose: string
    text_version: string
    given_at: Date
    withdrawn_at: Date | null
  }
}
