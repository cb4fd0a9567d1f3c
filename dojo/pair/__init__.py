"""Two or more people at one kata: who drives, and hand-overs by git."""
