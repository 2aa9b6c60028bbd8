"""What every calculator is made of: quantities, declared inputs, dose tables, outcomes, sources."""
