"""What who helps needs: the form, the work-list, what there is and what is missing."""
