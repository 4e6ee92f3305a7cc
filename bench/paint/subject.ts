import type { BenchArticle } from "@/bench/documents";
import type { ArticleMark } from "@/lib/editor/marks";

/** One way of painting highlights, as it runs in the page. */
export type Subject = {
  /** Puts the article into the page, without highlights. */
  mount(article: BenchArticle): void | Promise<void>;
  /** Starts painting these marks; may finish in later tasks. */
  paint(marks: readonly ArticleMark[]): void;
  /** Adds one to those painted. */
  add(mark: ArticleMark): void;
  /** How many highlights are painted now: elements or ranges, at least one for each mark on the screen. */
  painted(): number;
  /** Which marks lie at a place of the viewport. */
  hit?(x: number, y: number): string[];
};

/** The element that holds the article in every subject's page. */
export function articleRoot(): HTMLElement {
  const root = document.getElementById("root");
  if (!root) throw new Error("The page has no #root");
  return root;
}
