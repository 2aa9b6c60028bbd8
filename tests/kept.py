"""What the browser keeps of a Python that had started, for the next visit: its snapshots."""


def on_shelf(work: str) -> str:
    """JavaScript for a promise of what `work` gives, or of [] where nothing was ever kept.

    `work` is an expression of `shelf`, the store of the snapshots, and of `done`, which makes a
    promise of a request to it.
    """
    return f"""(async () => {{
        const databases = await indexedDB.databases();
        if (!databases.some(({{ name }}) => name === "python")) return [];
        const done = (request) => new Promise((succeeded, failed) => {{
            request.onsuccess = () => succeeded(request.result);
            request.onerror = () => failed(request.error);
        }});
        const database = await done(indexedDB.open("python"));
        try {{
            if (!database.objectStoreNames.length) return [];
            const shelf = database.transaction("snapshots", "readwrite").objectStore("snapshots");
            return await {work};
        }} finally {{
            database.close();
        }}
    }})()"""


NAMES = on_shelf("done(shelf.getAllKeys())")
"""The names of all snapshots."""
