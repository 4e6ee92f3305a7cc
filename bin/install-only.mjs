// Installs the libraries and does nothing else: for images, where they are a layer of their own.
import { ensureInstalled, requireNode } from "./install.mjs";

requireNode();
await ensureInstalled();
