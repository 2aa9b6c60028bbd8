// The worker with `calc` as a component: CPython, with what it had imported when that was built.

const component = new URL("./component/calculators.js", import.meta.url);

async function start() {
  const { answer } = await import(component);
  self.onmessage = ({ data: { id, text } }) => postMessage({ id, text: answer(text) });
  postMessage({ ready: true });
}

start().catch((error) => postMessage({ failure: error.message }));
