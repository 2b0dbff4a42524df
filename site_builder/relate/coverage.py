"""Who carries what, what does only one source carry, and who is talked about but never asked?"""
