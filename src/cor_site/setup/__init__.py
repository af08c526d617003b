"""Makes the environment that everything else runs in; standard library only, since nothing is installed yet."""
