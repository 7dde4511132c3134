import type { Endpoint, ParamsOf, QueryOf, ReplyOf } from '@xianghui/kit/contract'
import { ApiProblem, addressOf, type RawArgs, readAnswer } from './api.ts'
import { currentLocale } from './locale.ts'

export interface UploadArgs<E> {
  params?: ParamsOf<E>
  query?: Partial<QueryOf<E>>
  form: FormData
  idempotencyKey?: string
  /** 0…1 */
  onProgress?: (share: number) => void
}

/** Sends a multipart form and tells how far it is (fetch cannot). @throws ApiProblem */
export function upload<E extends Endpoint>(endpoint: E, args: UploadArgs<E>): Promise<ReplyOf<E>> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    xhr.open(endpoint.method, addressOf(endpoint, args as RawArgs))
    xhr.setRequestHeader('accept', 'application/json')
    xhr.setRequestHeader('x-locale', currentLocale())
    if (args.idempotencyKey) xhr.setRequestHeader('idempotency-key', args.idempotencyKey)
    xhr.upload.onprogress = (event) => {
      if (event.lengthComputable) args.onProgress?.(event.loaded / event.total)
    }
    xhr.onload = () => {
      try {
        resolve(readAnswer(xhr.status, xhr.responseText) as ReplyOf<E>)
      } catch (problem) {
        reject(problem)
      }
    }
    xhr.onerror = () =>
      reject(
        new ApiProblem(0, {
          code: 'network',
          message: currentLocale() === 'en' ? 'The upload was cut off; try again.' : '上传中断，请检查网络后重试。',
        }),
      )
    xhr.send(args.form)
  })
}
