import { expect, test } from "vitest";
import { exportScene } from "./exportScene";
import { fitted, textWidth } from "./scene";
import { svgText } from "./svgText";

test("a file says what it is, holds its styles, and cannot be broken by a title", () => {
  const scene = exportScene(
    {
      width: 600,
      height: 100,
      shapes: [{ is: "path", d: "M0 0L9 9", stroke: "contradiction", dash: "6 5" }],
    },
    {
      title: '<script>"&\u0001\ud800',
      subtitle: "1 link",
      styles: ["contradicts", "context"],
      kinds: ["claim"],
    },
  );
  const text = svgText(scene, '<script>"&\u0001', "All & more");
  expect(text).toContain("<title>&lt;script&gt;&quot;&amp;</title>");
  expect(text).toContain('stroke="#c81e1e" stroke-width="1" stroke-dasharray="6 5"');
  expect(text).not.toMatch(/<script|var\(|class=|href/);
  expect(text).toContain(">contradicts</text>");
  expect(text).toMatch(
    /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="600" height="\d+" viewBox="0 0 600 \d+"/,
  );
});

test("a label is cut to its room", () => {
  expect(fitted("short", 12, 200)).toBe("short");
  const cut = fitted("A title that is much too long for a lane", 12, 100);
  expect(cut).toMatch(/^A title.*…$/);
  expect(textWidth(cut, 12)).toBeLessThanOrEqual(100);
});
