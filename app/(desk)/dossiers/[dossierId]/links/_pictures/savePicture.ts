/** More pixels than this on a side, and browsers answer with an empty canvas. */
const MOST_PIXELS = 16_000;
const MOST_AREA = 120_000_000;

/** Hands a picture over as an SVG file. */
export function saveSvg(svg: string, name: string): void {
  save(new Blob([svg], { type: "image/svg+xml" }), `${name}.svg`);
}

/**
 * Hands a picture over as a PNG file, drawn twice as large as on screen, or as large as a browser can.
 * @throws Error when the browser cannot draw it
 */
export async function savePng(svg: string, width: number, height: number, name: string): Promise<void> {
  const most = Math.min(MOST_PIXELS / width, MOST_PIXELS / height, Math.sqrt(MOST_AREA / (width * height)));
  const scale = Math.min(2, most);
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!png) throw new Error("The browser made no PNG of this picture.");
    save(png, `${name}.png`);
  } finally {
    URL.revokeObjectURL(url);
  }
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
