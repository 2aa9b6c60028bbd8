"""How pages look and are put together: templates, Markdown extensions, the browser runtime."""
