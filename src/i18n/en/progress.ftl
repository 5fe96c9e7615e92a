### The progress of a long build.

stage-load = Reading documents
stage-model = Putting the site together
stage-check = Checking the content
stage-render = Making pages
stage-index = Preparing the search
stage-derive = Making pictures
stage-derive-count = Making pictures: { $done } of { $all }
stage-emit = Publishing
