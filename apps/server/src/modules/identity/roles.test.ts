import { describe, expect, test } from 'vitest'
import { permissionNames } from './permissions.ts'
import { needsSecondFactor, permissionsOf, roles } from './roles.ts'

describe('roles', () => {
  test.each(Object.entries(roles))('%s holds only permissions that exist, each once', (_name, role) => {
    const held: readonly string[] = role.permissions
    expect(held.filter((permission) => !permissionNames.has(permission))).toEqual([])
    expect(new Set(held).size).toBe(held.length)
  })

  test('every permission is held by somebody', () => {
    const held = new Set<string>(Object.values(roles).flatMap((role) => [...role.permissions]))
    expect([...permissionNames].filter((permission) => !held.has(permission))).toEqual([])
  })

  test('three administrators are three people: none of them can do the work of the other two (等保2.0)', () => {
    const of = (role: keyof typeof roles) => new Set<string>(roles[role].permissions)
    expect(of('admin').has('audit.read')).toBe(false)
    expect(of('security').has('system.write')).toBe(false)
    expect([...of('auditor')].filter((permission) => permission.endsWith('.write'))).toEqual([])
  })

  test('a grant for the whole centre outweighs one for a station, in either order', () => {
    const wide = { role: 'keeper', stationId: '0' }
    const narrow = { role: 'keeper', stationId: '7' }
    expect(permissionsOf([wide, narrow]).get('station.write')).toBe('centre')
    expect(permissionsOf([narrow, wide]).get('station.write')).toBe('centre')
    expect(permissionsOf([narrow, { ...narrow, stationId: '8' }]).get('station.write')).toEqual(['7', '8'])
  })

  test('an unknown role gives nothing', () => {
    expect(permissionsOf([{ role: 'constructor', stationId: '0' }]).size).toBe(0)
    expect(needsSecondFactor([{ role: '__proto__' }])).toBe(false)
  })
})
