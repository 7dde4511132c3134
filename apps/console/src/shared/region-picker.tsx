import { loadChoices } from './pickers.ts'
import { RemoteSelect, type RemoteSelectProps } from './remote-select.tsx'

/** Chooses a region; the choices come from the module that offers them (pickers.ts). */
export function RegionPicker(props: Omit<RemoteSelectProps, 'name' | 'load'>) {
  return <RemoteSelect {...props} name="region" load={(words, signal) => loadChoices('region', words, signal)} />
}
