"""What stands below a question and takes the answer, form by form."""
