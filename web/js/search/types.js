// The shapes that the parts of search hand to each other. Types only: nothing loads this file.

/**
 * A question. What is left out is taken as the engine takes it: ten pages from the first, four sections each.
 * @typedef {object} Request
 * @property {string} [text]
 * @property {number} [limit]
 * @property {number} [offset]
 * @property {number} [sections]
 * @property {[string, string][]} [facets]  facet id and value
 * @property {number | null} [from]  days since 1970-01-01
 * @property {number | null} [to]
 * @property {"relevance" | "date"} [sort]
 * @property {number | null} [today]  the reader's day, in days since 1970-01-01
 * @property {boolean} [literal]  without corrections
 */

/**
 * @typedef {{ text: string, marked: boolean }} Fragment
 * @typedef {{ anchor: string, heading: string, score: number, snippet: Fragment[], url?: string }} SectionHit
 */

/**
 * A found page. `page` is its address within the site; `url` is a link that works where the site lies.
 * @typedef {object} PageHit
 * @property {string} page
 * @property {string} url
 * @property {string} title
 * @property {Fragment[]} title_fragments
 * @property {string} kind
 * @property {string} kind_label
 * @property {number | null} date
 * @property {"current" | "neutral" | "past"} standing
 * @property {string | null} [state]  the status in the reader's words
 * @property {number} score
 * @property {SectionHit[]} sections
 * @property {string[]} words  folded forms to mark on the page
 */

/**
 * @typedef {{ kind: "layout" | "translit" | "typo" | "also" | "synonym" | "day", from: string, to: string }} Correction
 */

/**
 * @typedef {object} Outcome
 * @property {PageHit[]} hits
 * @property {number} total
 * @property {Correction[]} corrections
 * @property {string | null} corrected
 * @property {string[]} unknown
 * @property {boolean} relaxed
 * @property {Record<string, Record<string, number>>} facets
 * @property {{ from: string, to: string, query: string }[]} [offers]  near words for words of the language that no page holds
 * @property {string[]} [suggestions]  near words, when nothing was found
 */

/**
 * What is known of the answer besides: who gave it, in how many rounds of fetching, and what stood in the way of
 * a better one.
 * @typedef {object} Circumstances
 * @property {"engine" | "titles" | "remote"} from
 * @property {number} rounds
 * @property {number} milliseconds
 * @property {import("./fault.js").SearchFault} [fault]
 */

/** @typedef {Outcome & Circumstances} Answer */

/**
 * @typedef {object} Suggestion
 * @property {string} url  with the anchor
 * @property {string} title
 * @property {string} kind
 * @property {string} anchor
 * @property {string} heading
 * @property {import("./titles.js").Occasion | null} [occasion]  when it happens, if it does
 */

/** @typedef {{ kind: "quickwit" | "opensearch", url: string }} Endpoint */

/**
 * @typedef {object} Search
 * @property {(what: "titles" | "engine") => void} warm  fetches ahead; never throws
 * @property {(text: string, limit?: number) => Promise<Suggestion[]>} suggest
 * @property {(request: Request) => Promise<Answer>} search
 */

export {};
