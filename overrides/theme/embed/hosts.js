// The pages that may be handed a result, when a person presses the button for it.
// One address a line: scheme, host and, where it is not the usual one, port.

self.hosts = [
  // "https://intranet.example.org",
];
