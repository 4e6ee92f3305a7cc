"use client";

import { MapPicture } from "./MapPicture";
import { PictureFrame, type PictureSource } from "./PictureFrame";

export function MapPage(source: PictureSource) {
  return (
    <PictureFrame {...source} view="Map">
      {(props) => <MapPicture {...props} />}
    </PictureFrame>
  );
}
