"""Ways to extract from many documents: worker processes, a cluster, a cache. All read the same from the same pages."""
