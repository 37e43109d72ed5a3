"""What the system's desktop knows of the program: its icon, and the files that it opens."""
