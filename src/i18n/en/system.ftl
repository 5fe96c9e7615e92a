### What the operating system did not allow.

io-not-found = the file or folder was not found
io-permission-denied = permission denied
io-already-exists = it exists already
io-storage-full = the disk is full
io-read-only = the disk is read-only
io-not-a-folder = it is not a folder
io-is-a-folder = it is a folder, not a file
io-folder-not-empty = the folder is not empty
io-invalid-name = such a file name is not allowed
io-busy = the file is in use by another program
io-address-in-use = the port is in use by another program
io-cut-short = the file ends too early
io-out-of-memory = out of memory
io-too-large = the file is too large
io-not-plain = this is no plain file (a folder, a link, a pipe or a device)
io-failing = the disk or the network answers with an error
io-other-disk = this is another disk
io-too-many-open = too many files are open
