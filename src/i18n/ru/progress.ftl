### Ход долгой сборки.

stage-load = Читаю документы
stage-model = Собираю сайт воедино
stage-check = Проверяю содержание
stage-render = Строю страницы
stage-index = Готовлю поиск
stage-emit = Публикую
