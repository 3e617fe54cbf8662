"""What happens to one call, from a file in a PBX folder to rows that a reviewer can check."""
