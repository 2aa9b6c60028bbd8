"""What the worker's browser, or its Python, may be like: scripts to run before the worker's own.

The page that starts it must be `unsummed`: else the worker's script counts as damaged.
"""

HURRIED = """const inTime = self.setTimeout;
self.setTimeout = (work, after, ...told) => inTime(work, after / 10, ...told);"""
"""The worker's patience is a tenth of what it is."""

PATIENT = """const inTime = self.setTimeout;
self.setTimeout = (work, after, ...told) => inTime(work, after * 20, ...told);"""
"""The worker's patience is twenty times what it is: a busy machine is waited for."""


def unsummed(page: bytes) -> bytes:
    """A page that bears no sum of the worker's script."""
    return page.replace(b" data-sum=", b" data-unsummed=")


def loading(way: str) -> str:
    """Pyodide is loaded in this way: a function of its options that calls the true `load`."""
    return f"""let load;
        Object.defineProperty(self, "loadPyodide", {{
            get: () => ("function" === typeof load ? {way} : load),
            set: (given) => (load = given),
        }});"""


def python_with(members: str) -> str:
    """The Python that is loaded, `python`, has these members in the place of its own."""
    return loading(f"""async (options) => {{
        const python = await load(options);
        const members = {members};
        return new Proxy(python, {{ get: (_, name) => members[name] ?? python[name] }});
    }}""")


def door_with(answer: str) -> str:
    """What `calc.browser` answers the page is this; the known cases are answered as ever."""
    return python_with(f"""{{
        pyimport(name) {{
            const door = python.pyimport(name);
            return {{ known_answers: () => door.known_answers(), answer: {answer} }};
        }},
    }}""")
