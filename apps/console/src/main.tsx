import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ConsoleApp } from './app.tsx'
import { currentLocale } from './shared/locale.ts'
import './style.css'

document.documentElement.lang = currentLocale()
const root = document.getElementById('root')
if (!root) throw new Error('index.html lost its #root')
createRoot(root).render(
  <StrictMode>
    <ConsoleApp />
  </StrictMode>,
)
