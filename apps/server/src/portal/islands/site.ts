/** The site's only script: everything it touches works without it too. Built to es2019 by vite.islands.config.ts. */

import { bindActs } from './acts.part.ts'
import { keepDrafts } from './drafts.part.ts'
import { switchModes } from './modes.part.ts'

document.documentElement.classList.add('scripted')
switchModes()
keepDrafts()
bindActs()

const errors = document.getElementById('form-errors')
if (errors) errors.focus()
// On a phone the menu is a strip: what is current is brought into view.
const current = document.querySelector<HTMLElement>('.nav-link[aria-current]')
const strip = current ? current.closest<HTMLElement>('.nav-list') : null
if (current && strip && strip.scrollWidth > strip.clientWidth)
  strip.scrollLeft += current.getBoundingClientRect().left - strip.getBoundingClientRect().left - 24
