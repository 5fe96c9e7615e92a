// What can go wrong, in kinds that the page has words for.

/** @typedef {"unsupported" | "network" | "broken" | "outdated"} FaultKind */

/** Search cannot go on; the text is for the console, the kind for the reader. */
export class SearchFault extends Error {
  /**
   * @param {FaultKind} kind  no means in this browser; no connection; damaged files; files of another publication
   * @param {string} text
   */
  constructor(kind, text) {
    super(text);
    this.name = "SearchFault";
    this.kind = kind;
  }
}

/** @param {unknown} error */
export const isAbort = (error) => error instanceof Error && error.name === "AbortError";

/** @returns {Error} what a superseded question is rejected with */
export const aborted = () => new DOMException("a newer question has been asked", "AbortError");

/**
 * What has come from another bundle is of a class of its own, and known by its name.
 * @param {unknown} error
 * @returns {error is SearchFault}
 */
const isFault = (error) => error instanceof Error && error.name === "SearchFault";

/**
 * @param {unknown} error
 * @returns {SearchFault}
 */
export const asFault = (error) => (isFault(error) ? error : new SearchFault("broken", String(error)));
