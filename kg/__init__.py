"""Knowledge graphs from Chinese local-government news."""
