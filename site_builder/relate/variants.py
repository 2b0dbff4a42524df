"""In which words do the sources carry one utterance?"""
