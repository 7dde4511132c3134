import { UserOutlined } from '@ant-design/icons'
import { identityContract } from '@xianghui/server/contract/identity'
import { Button, Dropdown } from 'antd'
import { useNavigate } from 'react-router'
import { frameLocale } from '../locale/frame.ts'
import { queryClient } from '../query-client.ts'
import { call } from '../shared/api.ts'
import { usePick, useText } from '../shared/locale.ts'
import { useMe } from '../shared/me.ts'

/** Who is signed in, and what belongs to the account. */
export function AccountMenu() {
  const words = useText(frameLocale)
  const pick = usePick()
  const me = useMe()
  const navigate = useNavigate()
  const signOut = async () => {
    try {
      await call(identityContract.signOut)
    } finally {
      queryClient.clear()
      navigate('/sign-in', { replace: true })
    }
  }
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [
          {
            key: 'who',
            type: 'group',
            label: (
              <>
                {me.name}
                <br />
                <small>{me.roles.map(pick).join('、')}</small>
              </>
            ),
          },
          { key: 'me', label: words.myAccount, onClick: () => navigate('/me') },
          { key: 'about', label: words.about, onClick: () => navigate('/about') },
          { key: 'site', label: <a href="/">{words.publicSite}</a> },
          { type: 'divider' },
          { key: 'out', label: words.signOut, onClick: () => void signOut() },
        ],
      }}
    >
      <Button type="text" icon={<UserOutlined />} aria-label={`${words.account}：${me.name}`}>
        <span className="account-name">{me.name}</span>
      </Button>
    </Dropdown>
  )
}
