// Plain JavaScript in place of Python: creatinine clearance by kilogram, in binary floating point,
// on the page's own thread. The least that such a page can cost; it checks no answer for slips.

"use strict";
const python = (() => {
  const perKg = "mL/min/kg";
  const edges = [0.4, 0.5, 0.6, 0.8, 1, 1.4];
  const near = 0.05;
  const cut = (number) => String(Math.floor(number * 1000 + 1e-9) / 1000);

  function clearance({ age, sex, creatinine, creatinine_unit: unit }) {
    const factor = sex === "female" ? 0.85 : 1;
    const perUnit = unit === "umol/L" ? 88.4 : 1;
    const top = (factor * (140 - age)) / 72;
    const value = top / (creatinine / perUnit);
    const edge = edges.reduce((best, each) =>
      Math.abs(value - each) < Math.abs(value - best) ? each : best,
    );
    return { value, edge, distance: Math.abs(value - edge), crossing: (top / edge) * perUnit };
  }

  function band(value) {
    const above = edges.findLast((edge) => value > edge);
    const upTo = edges.find((edge) => value <= edge);
    if (value < edges[0]) return "below 0.4, where foscarnet is not recommended";
    return [above && `above ${above}`, upTo && `up to ${upTo}`].filter(Boolean).join(", ");
  }

  function wrong(answers) {
    const errors = [];
    const error = (field, text) => errors.push({ field, code: "missing", text });
    if (!(answers.age >= 18 && answers.age <= 120)) error("age", "Enter an age from 18 to 120.");
    if (!answers.sex) error("sex", "Choose a sex.");
    if (!(answers.creatinine > 0)) error("creatinine", "Enter the creatinine.");
    if (!answers.creatinine_unit) error("creatinine_unit", "Choose a unit.");
    return errors;
  }

  const line = ([name, words]) => `<div><dt>${name}</dt><dd>${words}</dd></div>`;
  const list = (lines) => `<dl class="lines">${lines.map(line).join("")}</dl>`;

  // What is being typed is not found fault with, and what comes of it does not take the focus.
  function answer({ calculator, answers, typing }) {
    const errors = wrong(answers);
    const live = typing !== undefined;
    if (errors.length && live) return { outcome: "invalid", html: "", summary: "", fields: {}, live };
    if (errors.length) {
      const summary = `<div class="error-summary">${errors.map(({ text }) => text).join(" ")}</div>`;
      return { outcome: "invalid", html: "", text: "", record: { errors }, summary, fields: {} };
    }
    const { value, edge, distance, crossing } = clearance(answers);
    const headline = `${cut(value)} ${perKg}`;
    const words = band(value);
    const change = `At a creatinine of ${cut(crossing)} ${answers.creatinine_unit} it is at the edge.`;
    const lines = [
      ["Label band", `${words} (${perKg})`],
      ["Nearest band edge", `${cut(distance)} ${perKg} from the edge at ${edge} ${perKg}. ${change}`],
    ];
    if (distance <= near) lines.push(["Caution", "The clearance is at or close to the band edge."]);
    const inputs = Object.entries(answers).filter(([, typed]) => typed);
    const html = `<div class="outcome answer"><div class="outcome-main"><div class="answer-card">
      <h2 class="answer-heading" tabindex="-1">Clearance per kg</h2><p class="answer-headline">${headline}</p>
      <h3 class="line-group">Kidney function</h3>${list(lines)}</div>
      <section class="inputs"><h3>Answers used</h3>${list(inputs)}</section>
      <p class="result-foot"><span data-time></span></p></div></div>`;
    const text = [...lines, ...inputs].map((each) => each.join(": ")).join("\n");
    const values = { clearance_per_kg: value, edge_distance: distance, edge_creatinine: crossing };
    const record = { outcome: "answer", calculator, inputs: answers, values };
    const result = { outcome: "answer", html, text: `Clearance per kg: ${headline}\n${text}`, record };
    return { ...result, summary: "", fields: {}, live };
  }

  const start = (told) => told("ready", "");
  const ask = async (text) => JSON.stringify(answer(JSON.parse(text)));
  return { start, ask };
})();
