"""Who is meant by whoever is given as the word, and through whom the words came."""
