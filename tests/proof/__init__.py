"""What is compared with a second implementation case by case, and what is proved for every case."""
