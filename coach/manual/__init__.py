"""The training manual as data: tables of signals, features and conditions, and their strict loaders."""
