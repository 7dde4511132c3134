import { filesContract, type StoredFile } from '@xianghui/server/contract/files'
import { useState } from 'react'
import { ApiProblem } from '../shared/api.ts'
import { useToast } from '../shared/toast.ts'
import { upload } from '../shared/upload.ts'

/** Sends a file that visitors may see; resolves to undefined where it was refused (told already). */
export function usePublicUpload(): {
  send: (file: File) => Promise<StoredFile | undefined>
  /** whole per cent while under way */
  share: number | undefined
} {
  const toast = useToast()
  const [share, setShare] = useState<number>()
  const send = async (file: File) => {
    setShare(0)
    try {
      const form = new FormData()
      form.append('isPublic', 'true')
      form.append('file', file)
      return await upload(filesContract.upload, { form, onProgress: (part) => setShare(Math.round(part * 100)) })
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      toast.refused(error.message)
      return undefined
    } finally {
      setShare(undefined)
    }
  }
  return { send, share }
}
