import type { Endpoint, ReplyOf } from '@xianghui/kit/contract'
import { useState } from 'react'
import { ApiProblem } from './api.ts'
import { upload } from './upload.ts'

export interface RunningUpload {
  key: string
  name: string
  /** 0…1 */
  share: number
}

/** Sends files one after the other; each one's refusal is told beside the others' success. */
export function useUploads<E extends Endpoint>(endpoint: E, onStored: (stored: ReplyOf<E>[]) => void) {
  const [running, setRunning] = useState<RunningUpload[]>([])
  const [refused, setRefused] = useState<string[]>([])
  const send = async (files: readonly File[], fields: Readonly<Record<string, string>> = {}) => {
    setRefused([])
    const waiting = files.map((file, index) => ({ key: `${index} ${file.name}`, name: file.name, share: 0 }))
    setRunning(waiting)
    const stored: ReplyOf<E>[] = []
    for (const [index, file] of files.entries()) {
      const key = waiting[index]?.key
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      form.append('file', file)
      try {
        const onProgress = (share: number) =>
          setRunning((now) => now.map((one) => (one.key === key ? { ...one, share } : one)))
        stored.push(await upload(endpoint, { form, onProgress }))
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error
        setRefused((now) => [...now, `${file.name}：${error.message}`])
      }
      setRunning((now) => now.filter((one) => one.key !== key))
    }
    if (stored.length > 0) onStored(stored)
  }
  return { running, refused, send }
}
