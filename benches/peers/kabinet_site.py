#!/usr/bin/env python3
"""kabinet_site.py CORPUS SITE: the neutral corpus as a kabinet site.

The pages and what their templates say are those of the peers' sites: crumbs, five related by tag, lists of 20,
a page for each tag, a feed, a site map. What comes on top is kabinet's own: the checks and the search bundle.
Standard library only.
"""
import os
import re
import sys

# folder of the corpus -> folder and address here, heading of the list, heading of one
SECTIONS = {
    "regulation": ("regulations", "Положения", "Положение"),
    "material": ("materials", "Материалы", "Материал"),
    "event": ("events", "Мероприятия", "Мероприятие"),
    "association": ("associations", "Объединения", "Объединение"),
}

SITE = """title: Методический центр
short_title: Центр
description: Учебный портал для измерений
base_url: https://bench.example/
language: ru
theme: bench
time_zone: Europe/Moscow
organization:
  name: Муниципальный методический центр
"""
COMMON = """fields:
  title: {type: text, label: Заголовок, required: true}
  summary: {type: text, label: Кратко}
  date: {type: date, label: Дата}
  subject: {type: text, label: Предмет}
  level: {type: text, label: Уровень}
  tags: {type: term, vocabulary: tags, list: true, label: Темы}
"""
KIND = """kind: %(kind)s
label: %(one)s
title: %(many)s
folder: %(folder)s
address: /%(folder)s/{id}/
template: page.html
list:
  address: /%(folder)s/
  template: list.html
  sort: [-date]
  per_page: 20
  menu: %(place)d
  feed: true
"""
TAGS = """vocabulary: tags
label: Темы
address: /tags/{id}/
open: true
terms: []
"""
TEMPLATES = {
    "base.html": """<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{% block title %}{{ site.title }}{% endblock %}</title>
{% block head %}{% endblock %}
<link rel="alternate" type="application/atom+xml" href="{{ url(path="/feed.xml") }}">
<link rel="stylesheet" href="{{ asset(path="style.css") }}">
</head>
<body>
<header><a href="{{ url(path="/") }}">{{ site.title }}</a>
<nav><ul>{% for item in site.menu %}<li><a href="{{ item.url }}">{{ item.title }}</a></li>{% endfor %}<li><a href="{{ url(path="/tags/") }}">Темы</a></li></ul></nav></header>
<main>{% block main %}{% endblock %}</main>
<footer><p>Муниципальный методический центр, 2012–2026</p><p><a href="{{ url(path="/sitemap.xml") }}">Карта сайта</a> <a href="{{ url(path="/feed.xml") }}">Новое</a></p></footer>
</body>
</html>
""",
    "page.html": """{% extends "base.html" %}
{% block title %}{{ page.title }} — {{ site.title }}{% endblock %}
{% block head %}<meta name="description" content="{{ page.summary }}">
<link rel="canonical" href="{{ page.permalink }}">{% endblock %}
{% block main %}
<nav class="crumbs"><a href="{{ url(path="/") }}">Главная</a> › <a href="{{ page.list.url }}">{{ page.list.title }}</a> › {{ page.title }}</nav>
<article>
<h1>{{ page.title }}</h1>
<p class="meta"><time datetime="{{ page.date.iso }}">{{ page.date.short }}</time> · {{ page.fields.subject }} · {{ page.fields.level }}</p>
<p class="summary">{{ page.summary }}</p>
{{ page.html | safe }}
<ul class="tags">{% for tag in page.fields.tags %}<li><a href="{{ tag.url }}">{{ tag.label }}</a></li>{% endfor %}</ul>
</article>
{% set near = related(id=page.id, limit=5) %}{% if near %}<aside><h2>Похожие материалы</h2><ul>{% for card in near %}<li><a href="{{ card.url }}">{{ card.title }}</a></li>{% endfor %}</ul></aside>{% endif %}
{% endblock %}
""",
    "list.html": """{% extends "base.html" %}
{% block title %}{{ list.title }} — {{ site.title }}{% endblock %}
{% block main %}
<nav class="crumbs"><a href="{{ url(path="/") }}">Главная</a> › {{ list.title }}</nav>
<h1>{{ list.title }}</h1>
<ul class="list">{% for card in list.pages %}<li><a href="{{ card.url }}">{{ card.title }}</a> <time>{{ card.date.short }}</time><p>{{ card.summary }}</p></li>{% endfor %}</ul>
{% if list.pager %}<nav class="pager">{% if list.pager.prev %}<a href="{{ list.pager.prev }}">Назад</a>{% endif %} {{ list.pager.number }} / {{ list.pager.count }} {% if list.pager.next %}<a href="{{ list.pager.next }}">Далее</a>{% endif %}</nav>{% endif %}
{% endblock %}
""",
    "term.html": """{% extends "list.html" %}
{% block title %}{{ term.label }} — {{ site.title }}{% endblock %}
""",
    "terms.html": """{% extends "base.html" %}
{% block main %}<h1>{{ vocabulary.label }}</h1>
<ul>{% for term in terms %}<li><a href="{{ term.url }}">{{ term.label }}</a> ({{ term.count }})</li>{% endfor %}</ul>
{% endblock %}
""",
    "home.html": """{% extends "base.html" %}
{% block main %}<h1>{{ site.title }}</h1>
<ul class="list">{% for card in query(kind=[KINDS], sort="-date", limit=20) %}<li><a href="{{ card.url }}">{{ card.title }}</a> <time>{{ card.date.short }}</time><p>{{ card.summary }}</p></li>{% endfor %}</ul>
{% endblock %}
""",
    "search.html": """{% extends "base.html" %}
{% block main %}<h1>Поиск</h1><form action="{{ url(path="/search/") }}"><label>Найти <input name="q"></label></form>{% endblock %}
""",
    "404.html": """{% extends "base.html" %}
{% block main %}<h1>Нет такой страницы</h1>{% endblock %}
""",
    "sitemap.html": """{% extends "base.html" %}
{% block main %}<h1>Карта сайта</h1><ul>{% for item in site.menu %}<li><a href="{{ item.url }}">{{ item.title }}</a></li>{% endfor %}</ul>{% endblock %}
""",
}
STYLE = "body{max-width:60rem;margin:auto;font:16px/1.5 sans-serif}\n"
LINK = re.compile(r"\]\(\.\./(%s)/" % "|".join(SECTIONS))


def put(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def moved(text):
    """A page of the corpus with its links and front matter as kabinet has them: the folder says the kind."""
    text = LINK.sub(lambda found: "](../%s/" % SECTIONS[found.group(1)][0], text)
    return re.sub(r"(?m)\A(---\n(?:.*\n)*?)kind: .*\n", r"\1", text)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    corpus, site = sys.argv[1:]
    theme = os.path.join(site, "themes/bench")
    put(os.path.join(site, "content/site.yaml"), SITE)
    put(os.path.join(theme, "kinds/_common.yaml"), COMMON)
    put(os.path.join(theme, "vocabularies/tags.yaml"), TAGS)
    put(os.path.join(theme, "assets/style.css"), STYLE)
    kinds = ", ".join('"%s"' % kind for kind in SECTIONS)
    for name, text in TEMPLATES.items():
        put(os.path.join(theme, "templates", name), text.replace("KINDS", kinds))
    for place, (kind, (folder, many, one)) in enumerate(SECTIONS.items(), start=1):
        values = {"kind": kind, "folder": folder, "many": many, "one": one, "place": place * 10}
        put(os.path.join(theme, "kinds", kind + ".yaml"), KIND % values)
        source = os.path.join(corpus, kind)
        for name in sorted(os.listdir(source)) if os.path.isdir(source) else []:
            with open(os.path.join(source, name), encoding="utf-8") as file:
                put(os.path.join(site, "content", folder, name), moved(file.read()))


main()
