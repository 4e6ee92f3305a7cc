/** Bytes of padding that make an event about 1 kB, as Stet's are. */
export const SIZE = 900;
/** Events that are sent now and then, and how many milliseconds apart. */
export const PACED = { count: 60, every: 60 };
/** Events that are sent as fast as they go. */
export const FLOOD = 400;
/** Things that one command changes in the flood; each is an entry. */
export const TOGETHER = 100;
export const WRITERS = 50;
/** Seconds that writers write when nothing else is asked for. */
export const WRITE_SECONDS = 20;
