"""What identifies a buyer: hidden before anything is sent, put back after, and looked for once more."""
