"""The guide to disputes on AliExpress."""
