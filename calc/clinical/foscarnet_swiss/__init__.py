"""The dose of foscarnet by the Swiss text of one product, beside the US label's."""
