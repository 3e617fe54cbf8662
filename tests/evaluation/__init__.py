"""How well does the judge agree with a careful reviewer, on calls of businesses that it was not tuned to?"""
