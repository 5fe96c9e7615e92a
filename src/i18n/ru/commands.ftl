### Что говорят команды в конце работы.

done-build = Сайт готов: { $pages ->
        [one] { $pages } страница
        [few] { $pages } страницы
       *[many] { $pages } страниц
    } в папке { $folder }
    .changes = Файлов: { $files }; новых { $added }, изменённых { $changed }, убранных { $removed }.
    .next = Сам собой сайт изменится { $day } (начнётся или пройдёт мероприятие, выйдет отложенная страница, сменится неделя): соберите его в этот день ещё раз.
    .forgotten = Всё опубликованное прежде удалено: вернуть прежний сайт командой kabinet rollback нельзя.
    .purged = Метка очистки записана в content/purge.lock: сохраните этот файл вместе с содержимым (в git — отдельной записью), чтобы и другие сборки сайта её знали. По ней браузеры посетителей удалят свои копии страниц.
    .look = Посмотреть: kabinet serve --open
done-rollback = Возвращён прежний сайт ({ $files ->
        [one] { $files } файл
        [few] { $files } файла
       *[many] { $files } файлов
    }) в папке { $folder }. Вернуть обратно: та же команда ещё раз.

done-export = Выгружено разделов: { $count }.
    Документы: { $documents }
    Настройка индекса: { $configuration }
    Как загрузить их на сервер, рассказано в docs/operations.md, раздел «Когда поиску тесно в браузере».

search-no-bundle = Искать не в чем: в папке { $folder } нет поиска. Сначала соберите сайт: kabinet build
search-damaged = Поиск в папке { $folder } повреждён: не хватает файлов, или они испорчены. Соберите сайт заново: kabinet build
    Подробности: { $details }
search-other-format = Поиск в папке { $folder } сделан другой версией программы. Соберите сайт заново: kabinet build
search-empty = В запросе нет ни слова, ни числа. Напишите, что найти, например: kabinet search площадки
search-corrected = Показаны результаты по запросу «{ $to }» (вместо «{ $from }»).
    Чтобы искать точно как написано, возьмите запрос в кавычки: '"{ $from }"'
search-also = Ищем и слово «{ $to }»: оно похоже на «{ $from }».
search-synonym = «{ $from }» — ищем и «{ $to }».
search-day = «{ $from }» — ищем и мероприятия этих дней: { $to }.
search-offer = «{ $word }» на сайте не встречается. Возможно, вы имели в виду { $words }?
search-quoted = «{ $word }»
search-suggestions = Похожие слова на сайте: { $words }
search-relaxed = Всех слов запроса вместе почти нигде нет: показаны и страницы, где есть только часть слов.
search-nothing = По запросу «{ $query }» ничего не найдено. Попробуйте другие слова или меньше слов.
search-found = Найдено: { $total ->
        [one] { $total } страница
        [few] { $total } страницы
       *[many] { $total } страниц
    }.

verify-whole = Сайт в папке { $folder } цел: { $files ->
        [one] { $files } файл
        [few] { $files } файла
       *[many] { $files } файлов
    } — те самые, что были опубликованы.
verify-differs = Сайт в папке { $folder } уже не тот, что был опубликован ({ $files ->
        [one] { $files } файл
        [few] { $files } файла
       *[many] { $files } файлов
    } по списку).
verify-missing = Пропали: { $count }
verify-changed = Изменены или подменены: { $count }
verify-foreign = Записаны не kabinet, не сверялись: { $count }
verify-more = и ещё { $count }
verify-mend =
    {""}
    Вернуть сайт, каким он должен быть: kabinet build
