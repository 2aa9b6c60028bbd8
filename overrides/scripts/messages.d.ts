// What a page and its Python worker say to each other.

/** From the worker: a sign of life and its bytes, then `ready`; a response; or a failure, after which nothing comes. */
interface WorkerMessage {
  received?: number;
  total?: number;
  ready?: true;
  failure?: string;
  /** Whether a worker of the page's own would manage what this one cannot. */
  again?: boolean;
  id?: number;
  text?: string;
}

/** From a page: that it is parsed, that it goes, a request; or the files of a worker made from text. */
interface PageMessage {
  parsed?: true;
  disconnect?: true;
  id?: number;
  text?: string;
  files?: Record<string, string[]>;
}
