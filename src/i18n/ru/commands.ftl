### Что говорят команды в конце работы.

done-build = Сайт готов: { $pages ->
        [one] { $pages } страница
        [few] { $pages } страницы
       *[many] { $pages } страниц
    } в папке { $folder }
    .changes = Файлов: { $files }; новых { $added }, изменённых { $changed }, убранных { $removed }.
    .next = Сам собой сайт изменится { $day } (начнётся или пройдёт мероприятие, выйдет отложенная страница): соберите его в этот день ещё раз.
    .look = Посмотреть: kabinet serve --open (или cargo run --release -- serve --open из папки программы)
done-rollback = Возвращён прежний сайт ({ $files ->
        [one] { $files } файл
        [few] { $files } файла
       *[many] { $files } файлов
    }) в папке { $folder }. Вернуть обратно: та же команда ещё раз.

search-no-bundle = Искать не в чем: в папке { $folder } нет поиска. Сначала соберите сайт: kabinet build
search-corrected = Показаны результаты по запросу «{ $to }» (вместо «{ $from }»).
search-nothing = По запросу «{ $query }» ничего не найдено. Попробуйте другие слова или меньше слов.
search-found = Найдено: { $total ->
        [one] { $total } страница
        [few] { $total } страницы
       *[many] { $total } страниц
    }.
