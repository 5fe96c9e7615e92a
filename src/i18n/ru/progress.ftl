### Ход долгой сборки.

stage-load = Читаю документы
stage-model = Собираю сайт воедино
stage-check = Проверяю содержание
stage-render = Строю страницы
stage-index = Готовлю поиск
stage-derive = Готовлю картинки
stage-derive-count = Готовлю картинки: { $done } из { $all }
stage-emit = Публикую
