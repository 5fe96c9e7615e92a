### The progress of a long build.

stage-load = Reading documents
stage-model = Putting the site together
stage-check = Checking the content
stage-render = Making pages
stage-index = Preparing the search
stage-emit = Publishing
