"""What users see: the command line, the brief, single claims, exports."""
