"""The rules of Alberta COR and SECOR, as a package without dependencies."""
