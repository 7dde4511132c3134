import { createServer } from 'node:http'
import pg from 'pg'

// The limit of bars.md: a bare node:http server with one named statement for the same rows. Started by bench/page.ts.
// argv: port, connection string, statement, values as JSON.

const [port = '', url = '', text = '', values = '[]'] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: url, max: 8 })
const statement = { name: 'limit', text, values: JSON.parse(values) as unknown[] }

createServer((_request, response) => {
  pool.query(statement).then(
    ({ rows }) => {
      const body = JSON.stringify(rows)
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
        .end(body)
    },
    (error: unknown) => response.writeHead(500).end(String(error)),
  )
}).listen(Number(port), '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))
