"""What reviewers and other programs see over HTTP: JSON in `routes/`, pages in `pages/`."""
