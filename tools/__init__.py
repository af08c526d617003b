"""What developers run and no build needs: `python3 build.py bench`, `shots`, `reproduce`, and the review dates."""
