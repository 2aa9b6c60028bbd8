"""Declarations as forms and schemas; outcomes as HTML, pictures, plain text and JSON."""
