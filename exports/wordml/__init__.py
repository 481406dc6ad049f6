"""Word's own language: the XML of a .docx and the file around it.

Nothing outside this package writes an element of it but through what it offers.
"""
