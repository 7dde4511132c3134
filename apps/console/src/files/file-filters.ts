import { useText } from '../shared/locale.ts'
import { locale } from './locale.ts'

/** The filters of both views. */
export function useFileFilters() {
  const t = useText(locale)
  return [
    {
      key: 'kind',
      label: t.kind,
      kind: 'select' as const,
      options: [
        { value: 'image', label: t.image },
        { value: 'document', label: t.document },
      ],
    },
    {
      key: 'visibility',
      label: t.visibility,
      kind: 'select' as const,
      options: [
        { value: 'public', label: t.public },
        { value: 'private', label: t.private },
      ],
    },
  ]
}
