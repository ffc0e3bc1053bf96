"""The Perjanjian Kinerja on its way: what it holds, who may do what, versions, what is frozen."""
