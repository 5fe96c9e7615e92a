### Командная строка: справка и ошибки вызова.

cli = Собирает из папки с документами портал методического центра: статичный сайт с поиском.
    .usage = kabinet КОМАНДА [ПАРАМЕТРЫ]
    .after =
        Примеры:
          kabinet check                 проверить содержание, ничего не публикуя
          kabinet build                 собрать и опубликовать сайт
          kabinet serve --open          смотреть сайт во время правки
          kabinet search площадка       искать по опубликованному сайту

        Чем кончается работа (код завершения):
          0   всё хорошо
          1   в содержании есть ошибки, их надо исправить
          2   неверный вызов команды или неполадка на компьютере

cli-build = Собрать сайт и опубликовать его, если нет ошибок
    .usage = kabinet build [ПАРАМЕТРЫ]
    .verb = собрать
cli-check = Проверить содержание, ничего не публикуя
    .usage = kabinet check [ПАРАМЕТРЫ]
    .verb = проверить
cli-search = Искать по опубликованному сайту
    .usage = kabinet search ЗАПРОС [ПАРАМЕТРЫ]
    .verb = искать
cli-export = Выгрузить тексты сайта для поискового сервера (Quickwit, OpenSearch)
    .usage = kabinet export search --to СЕРВЕР [ПАРАМЕТРЫ]
    .verb = выгрузить
cli-import = Сделать документ сайта из файла с текстом
    .usage = kabinet import ФАЙЛ --kind ВИД [ПАРАМЕТРЫ]
    .verb = импорт
cli-explain = Рассказать подробно о сообщении; без имени — перечислить все сообщения
    .usage = kabinet explain [СООБЩЕНИЕ]
    .verb = объяснить
cli-serve = Показывать сайт в браузере и обновлять его при каждой правке
    .usage = kabinet serve [ПАРАМЕТРЫ]
    .verb = просмотр
cli-rollback = Вернуть сайт, который был до последней публикации
    .usage = kabinet rollback [ПАРАМЕТРЫ]
    .verb = вернуть
cli-verify = Сверить опубликованный сайт с тем, что было опубликовано
    .usage = kabinet verify [ПАРАМЕТРЫ]
    .verb = сверить
cli-completions = Напечатать подсказки команд для вашей оболочки
    .usage = kabinet completions ОБОЛОЧКА
    .verb = подсказки
cli-man = Напечатать страницу руководства
    .usage = kabinet man
    .verb = руководство

cli-arg-root = Папка сайта: та, в которой лежит папка content. Если не указана — текущая
    .value = ПАПКА
cli-arg-out = Папка, в которой публикуется сайт. Если не указана — public в папке сайта
    .value = ПАПКА
cli-arg-today = День, на который собирается сайт: 2026-11-21 или 21.11.2026. Если не указан — сегодня
    .value = ДЕНЬ
cli-arg-format = Вид сообщений: human — для человека; json, github, gitlab, sarif — для программ
    .value = ВИД
cli-arg-search-format = Вид ответа: human — для человека, json — для программ
    .value = ВИД
cli-arg-lang = Язык сообщений: ru — русский, en — английский
    .value = ЯЗЫК
cli-arg-locked = Не обновлять список адресов content/addresses.lock, а считать устаревший список ошибкой. Так само собой при CI=true
cli-arg-purge = Не оставить ничего из опубликованного прежде: ни прежней версии сайта, ни копий в браузерах посетителей. Нужно, когда человек отозвал согласие
cli-arg-what = Что выгрузить: search — разделы страниц для поиска
    .value = ЧТО
cli-arg-to = Для какого сервера: quickwit или opensearch
    .value = СЕРВЕР
cli-arg-export-out = Папка, в которую записать выгрузку. Если не указана — search-export в папке сайта
    .value = ПАПКА
cli-arg-limit = Сколько страниц показать. Если не указано — 10
    .value = ЧИСЛО
cli-arg-query = Что искать. Запрос из нескольких слов можно писать без кавычек
    .value = ЗАПРОС
cli-arg-file = Файл, из которого берётся текст
    .value = ФАЙЛ
cli-arg-kind = Вид документа с нумерованными пунктами: например, regulation (положение, приказ)
    .value = ВИД
cli-arg-id = Постоянное имя документа, из него составится адрес. Если не указано — по заголовку документа
    .value = ИМЯ
cli-arg-force = Создать документ заново, даже если его правили вручную: правки пропадут
cli-arg-rule = Имя сообщения, как оно стоит в квадратных скобках
    .value = СООБЩЕНИЕ
cli-arg-port = Порт, на котором показывать сайт. Если не указан — { $port }
    .value = ПОРТ
cli-arg-open = Сразу открыть сайт в браузере
cli-arg-shell = Оболочка: bash, zsh, fish, powershell или elvish
    .value = ОБОЛОЧКА
cli-arg-help = Показать эту справку
cli-arg-version = Показать номер версии

cli-heading-usage = Как вызвать:
cli-heading-commands = Команды:
cli-heading-arguments = Что указать:
cli-heading-options = Параметры:
cli-heading-more = Подробно о команде: kabinet КОМАНДА --help
cli-value-command = КОМАНДА

cli-man-manual = Руководство kabinet
cli-man-name = НАЗВАНИЕ
cli-man-synopsis = КАК ВЫЗВАТЬ
cli-man-examples = ПРИМЕРЫ

cli-error = ошибка: { $text }
cli-error-see = Справка: { $command } --help
cli-error-command = Команды «{ $written }» нет.
cli-error-argument = Параметра «{ $written }» у этой команды нет.
cli-error-extra = Лишнее слово «{ $written }»: непонятно, к чему оно относится.
cli-error-value = Значение «{ $written }» не подходит для { $argument }. Можно: { $values }.
cli-error-no-value = После { $argument } нужно значение.
cli-error-flag-value = После { $argument } значение не нужно, а написано «{ $written }».
cli-error-missing = Не указано: { $arguments }.
cli-error-no-command = Не указана команда.
cli-error-unreadable = Одно из слов команды записано так, что его нельзя прочитать (не UTF-8).
cli-error-other = Команду не удалось понять.
cli-error-day = «{ $written }» — не день. Напишите день так: 2026-11-21 или 21.11.2026.
cli-error-number = «{ $written }» не подходит для { $argument }: нужно целое число от { $least } до { $most }.

cli-no-folder = Папки «{ $folder }» нет.
    .help = Проверьте, как написано имя после --root, или перейдите в папку сайта и повторите команду без --root.
cli-no-content = В папке «{ $folder }» нет папки content, а в ней должно лежать содержание сайта.
    .near = Похоже, сайт лежит в папке «{ $near }». Повторите так: kabinet { $command } --root "{ $near }"
    .help =
        Если сайт лежит в другой папке, укажите её: kabinet { $command } --root ПАПКА

        Если сайта ещё нет, создайте папку content и в ней:
            content/site.yaml         название центра и адрес сайта
            content/news/первая.md    первая новость
        и повторите команду: она скажет, чего ещё не хватает.
cli-no-file = Файла «{ $file }» нет.
    .help = Проверьте, как написано имя файла; имя с пробелами возьмите в кавычки.

panic = Это ошибка самой программы, а не вашего содержания. Опубликованный сайт не тронут.
    .ask = Сообщите о ней тем, кто поддерживает программу, и приложите эти строки:
