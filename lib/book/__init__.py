"""What the chapters show themselves with: figures, tables, data sheets."""
