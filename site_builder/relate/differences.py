"""Where do sources give different numbers or dates for one thing?"""
