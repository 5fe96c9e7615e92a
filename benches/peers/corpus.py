"""What the adapters share: the pages of the neutral corpus, and writing files. Standard library only."""
import os
import shutil

HERE = os.path.dirname(os.path.abspath(__file__))

# folder of the corpus -> heading of its list
SECTIONS = {
    "regulation": "Положения",
    "material": "Материалы",
    "event": "Мероприятия",
    "association": "Объединения",
}


def put(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def skeleton(name, site):
    """Lays settings, templates and style of a generator."""
    shutil.copytree(os.path.join(HERE, name), site, dirs_exist_ok=True)


def pages(corpus):
    """Each page as folder, file name, lines of front matter by key, and body."""
    for kind in SECTIONS:
        folder = os.path.join(corpus, kind)
        for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                _, front, body = file.read().split("---\n", 2)
            fields = dict(line.split(": ", 1) for line in front.splitlines())
            yield kind, name, fields, body


def front(fields, **groups):
    """Front matter of fields, and of groups of fields below a key."""
    lines = ["---"] + ["%s: %s" % field for field in fields.items()]
    for group, inside in groups.items():
        lines += [group + ":"] + ["  %s: %s" % field for field in inside.items()]
    return "\n".join(lines + ["---", ""])
