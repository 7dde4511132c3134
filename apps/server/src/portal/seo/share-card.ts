import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { shareCardGround } from '../art/logo.ts'

// The Chinese font comes with the development packages; where it is absent the card is the drawing alone.
const fontFile = join(
  import.meta.dirname,
  '../../../../../node_modules/@electron-fonts/noto-sans-sc/fonts/NotoSansSC-Bold.ttf',
)

/** 1200×630 picture that chat programs show beside a shared link. */
export async function shareCard(title: string): Promise<Buffer> {
  const ground = sharp(Buffer.from(shareCardGround)).resize(1200, 630)
  if (!existsSync(fontFile) || !title) return ground.png({ compressionLevel: 9, palette: true }).toBuffer()
  const words = await sharp({
    text: {
      text: `<span foreground="#1B2620">${title.replace(/[&<>]/g, '')}</span>`,
      font: 'Noto Sans SC Bold',
      fontfile: fontFile,
      width: 960,
      height: 150,
      rgba: true,
    },
  })
    .png()
    .toBuffer()
  return ground
    .composite([{ input: words, left: 176, top: 56 }])
    .png({ compressionLevel: 9, palette: true })
    .toBuffer()
}
