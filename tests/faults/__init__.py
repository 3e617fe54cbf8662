"""What must survive: killed workers, a database that goes away, full disks, hostile files."""
