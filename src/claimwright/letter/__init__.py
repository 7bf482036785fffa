"""The message: what it may say, who words it, what code writes round it, and its checks."""
