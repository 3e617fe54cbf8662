"""The pages that people read, rendered here with no script or style from anywhere else."""
