import pg from 'pg'

/** The role a connection string signs in as. */
export function roleOf(url: string): string {
  const user = new pg.Client({ connectionString: url }).user
  if (!user) throw new Error('the connection string names no user')
  return user
}
