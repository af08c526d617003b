"""What developers run and no build needs: `python3 build.py bench`, `shots`, `browsers`, `reproduce`, and more."""
