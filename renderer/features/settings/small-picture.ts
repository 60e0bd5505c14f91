/** Longest side of an emblem in pixels: 400 dots to the inch at the size that papers give it. */
const SIDE = 420
/** A drawing stays a PNG; a photograph, which would be larger than this as one, becomes a JPEG. */
const MOST_PNG = 150_000

function encoded(canvas: HTMLCanvasElement, type: string): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, type, 0.88))
}

/**
 * A picture drawn anew no larger than papers need it, without what cameras write into theirs (place, time, device). What no browser can
 * draw is handed back as it is: the core says what is wrong with it.
 */
export async function smallPicture(file: File): Promise<File> {
  const drawn = await createImageBitmap(file).catch(() => undefined)
  if (!drawn) return file
  const scale = Math.min(1, SIDE / Math.max(drawn.width, drawn.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(drawn.width * scale))
  canvas.height = Math.max(1, Math.round(drawn.height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) return file
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(drawn, 0, 0, canvas.width, canvas.height)
  const png = await encoded(canvas, 'image/png')
  if (png && png.size <= MOST_PNG) return new File([png], file.name, { type: png.type })
  // A JPEG has no see-through ground: paper is white.
  pen.globalCompositeOperation = 'destination-over'
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  const jpeg = await encoded(canvas, 'image/jpeg')
  return jpeg ? new File([jpeg], file.name, { type: jpeg.type }) : file
}
