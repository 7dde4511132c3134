export type FilesTables = {
  'platform.file': {
    centre_id: string
    id: string
    name: string
    mime: string
    size: string
    sha256: string
    storage_key: string
    width: number | null
    height: number | null
    variants: unknown
    is_public: boolean
    alt: string | null
    created_by: string | null
    created_at: Date
    deleted_at: Date | null
  }
  'platform.attachment': {
    centre_id: string
    subject_kind: string
    subject_id: string
    file_id: string
    label: string | null
    position: number
    created_by: string | null
    created_at: Date
  }
}
