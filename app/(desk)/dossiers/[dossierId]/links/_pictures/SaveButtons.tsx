"use client";

import { Download } from "lucide-react";
import { toast } from "sonner";
import { exportScene } from "@/lib/links/pictures/exportScene";
import type { Scene } from "@/lib/links/pictures/scene";
import { svgText } from "@/lib/links/pictures/svgText";
import { Button } from "@/lib/ui/Button";
import { savePng, saveSvg } from "./savePicture";

type Props = {
  /** Drawn when asked for. */
  scene: () => Scene;
  sheet: Omit<Parameters<typeof exportScene>[1], "title">;
  /** The dossier's title and what the picture is. */
  title: string;
};

/** Takes the picture out of Stet, as it is seen. */
export function SaveButtons({ scene, sheet, title }: Props) {
  const made = () => {
    const whole = exportScene(scene(), { ...sheet, title });
    return { ...whole, svg: svgText(whole, title, sheet.subtitle) };
  };
  const name = title
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase();
  const png = async () => {
    const { svg, width, height } = made();
    try {
      await savePng(svg, Math.ceil(width), Math.ceil(height), name);
    } catch {
      toast.error("The browser could not make a PNG of this picture. The SVG holds the same.");
    }
  };
  return (
    <>
      <Button size="sm" onClick={() => saveSvg(made().svg, name)}>
        <Download aria-hidden size={14} /> SVG
      </Button>
      <Button size="sm" onClick={() => void png()}>
        <Download aria-hidden size={14} /> PNG
      </Button>
    </>
  );
}
