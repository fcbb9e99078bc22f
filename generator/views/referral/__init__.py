"""The referral explained, on pages and on paper; the practices and the coach."""
