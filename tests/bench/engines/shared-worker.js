// The worker of shared.js: the engine in plain JavaScript, in a process of its own.

"use strict";
importScripts("javascript.js");
self.onconnect = ({ ports: [port] }) => {
  port.onmessage = async ({ data: { id, text } }) =>
    port.postMessage({ id, text: await python.ask(text) });
};
