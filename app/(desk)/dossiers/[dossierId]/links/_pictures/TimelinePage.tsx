"use client";

import { PictureFrame, type PictureSource } from "./PictureFrame";
import { TimelinePicture } from "./TimelinePicture";

export function TimelinePage(source: PictureSource) {
  return (
    <PictureFrame {...source} view="Timeline">
      {(props) => <TimelinePicture {...props} />}
    </PictureFrame>
  );
}
