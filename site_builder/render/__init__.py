"""Which pages exist, what each shows, and how it becomes text. Nothing here touches the disk but the loading of a theme."""
