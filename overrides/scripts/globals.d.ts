// What scripts of one page find in its window, beside what the browser puts there.

/** The client of Python: assets/python.js, which stands in the head, before all others. */
declare var python: {
  start(
    onState: (state: import("./python.js").State, words: string, cause: string) => void,
    fromText: import("./opening.js").FromText,
  ): void;
  ask(text: string): Promise<string>;
};

interface Window {
  /** The packed runtime: its index script, to which each further script adds its text. */
  pieces?: { bytes: number; sums: Record<string, number>; texts: Record<string, string> };
  /** The build that is served now: release.js, which the build writes. */
  served?: string;
  /** Builds that were withdrawn, and why: of release.js too. */
  withdrawn?: Record<string, string>;
  /** Whether this build was withdrawn, so that nobody is answered: freshness.js sets it. */
  locked?: boolean;
  /** The pages that may be handed a result: embed/hosts.js, which the host edits. */
  hosts?: string[];
}

/** Of the draft "Extended lifetime shared workers": till the next page. */
interface WorkerOptions {
  extendedLifetime?: boolean;
}

/** What Python says of a request; `live` where nobody asked but a change did. */
interface Reply {
  live: boolean;
  outcome: string;
  html: string;
  text: string;
  brief: string;
  said: string;
  checked: string;
  summary: string;
  fields: Record<string, string>;
  record: null | { errors: { field: string | null; code: string; text: string }[] };
}

/** The detail of the event "answered": a reply, and what a person would copy of it. */
interface Answered extends Reply {
  toHandOver: () => { text: string; warnings: string[] };
}

interface Navigator {
  /** Of the draft "Network Information", where there is one: whether the reader saves data. */
  connection?: { saveData?: boolean };
}
