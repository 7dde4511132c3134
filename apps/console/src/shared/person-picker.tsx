import { loadChoices } from './pickers.ts'
import { RemoteSelect, type RemoteSelectProps } from './remote-select.tsx'

/** Chooses a person; the choices come from the module that offers them (pickers.ts). */
export function PersonPicker(props: Omit<RemoteSelectProps, 'name' | 'load'>) {
  return <RemoteSelect {...props} name="person" load={(words, signal) => loadChoices('person', words, signal)} />
}
