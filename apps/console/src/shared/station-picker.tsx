import { loadChoices } from './pickers.ts'
import { RemoteSelect, type RemoteSelectProps } from './remote-select.tsx'

/** Chooses a station; the choices come from the module that offers them (pickers.ts). */
export function StationPicker(props: Omit<RemoteSelectProps, 'name' | 'load'>) {
  return <RemoteSelect {...props} name="station" load={(words, signal) => loadChoices('station', words, signal)} />
}
