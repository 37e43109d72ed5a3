"""Planning: exams, and what a choice costs."""
