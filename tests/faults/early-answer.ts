import { createServer } from 'node:http'
import pg from 'pg'

// Negative control of R1: a server that says "received" first and writes afterwards. argv: port, database.
const [, , port = '0', url = ''] = process.argv
const client = new pg.Client({ connectionString: url })
await client.connect()
let next = Date.now() * 1000
createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    if (request.url === '/readyz') {
      response.end('{}')
      return
    }
    const { applicantName } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { applicantName: string }
    const id = String(next++)
    response.end(JSON.stringify({ id }))
    setTimeout(() => void client.query('insert into r1_control (id, name) values ($1, $2)', [id, applicantName]), 20)
  })
}).listen(Number(port), '127.0.0.1')
