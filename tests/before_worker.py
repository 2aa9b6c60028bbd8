"""Code to stand before the worker's own: it changes what that finds, not how it is written."""


def loading(wrap: str) -> str:
    """Every Python is loaded by what `wrap`, a function, makes of Pyodide's own `load`."""
    return f"""{{
        let loader;
        Object.defineProperty(self, "loadPyodide", {{
            get: () => loader,
            set: (load) => (loader = typeof load === "function" ? ({wrap})(load) : load),
        }});
    }}
    """


def changing(change: str) -> str:
    """Every Python that was loaded is changed: `change` is a statement about `python`."""
    return loading(f"""(load) => async (options) => {{
        const python = await load(options);
        {change};
        return python;
    }}""")


def answering(answer: str) -> str:
    """Every Python answers what `answer` does: a function of Python's own, and of the request."""
    return changing(f"""
        const calculators = python.pyimport("calc.browser");
        const answer = (text) => ({answer})(calculators.answer, text);
        python.pyimport = () => ({{ answer, known: () => calculators.known() }})""")


def waiting(usual: int, instead: int) -> str:
    """Where the worker would wait so many milliseconds, it waits so many."""
    return f"""{{
        const later = self.setTimeout;
        self.setTimeout = (done, time, ...values) =>
            later(done, time === {usual} ? {instead} : time, ...values);
    }}
    """
