### Слова вокруг сообщений: заголовки, итог.

severity-error = ошибка
severity-warning = предупреждение
severity-note = замечание
severity-help = как исправить

summary-found = Найдено: { $list }.
summary-clean = Ошибок и предупреждений нет.
summary-errors =
    { $count ->
        [one] { $count } ошибка
        [few] { $count } ошибки
       *[many] { $count } ошибок
    }
summary-warnings =
    { $count ->
        [one] { $count } предупреждение
        [few] { $count } предупреждения
       *[many] { $count } предупреждений
    }
summary-notes =
    { $count ->
        [one] { $count } замечание
        [few] { $count } замечания
       *[many] { $count } замечаний
    }
more-alike =
    … и ещё { $count ->
        [one] { $count } такое же сообщение
        [few] { $count } таких же сообщения
       *[many] { $count } таких же сообщений
    }. Все места показывает та же команда с --format json.
more-of-kind =
    … и ещё { $count ->
        [one] { $count } сообщение
        [few] { $count } сообщения
       *[many] { $count } сообщений
    } о том же в файле { $file }. Их места показывает та же команда с --format json.
more-unlisted =
    … и ещё { $count ->
        [one] { $count } сообщение
        [few] { $count } сообщения
       *[many] { $count } сообщений
    } о том же в файле { $file }. Они не перечислены.
more-messages =
    Показаны первые { $shown } сообщений, не показано ещё { $count }. Исправьте показанные и повторите; все сразу выводит --format json.
summary-not-published = Сайт не опубликован, прежний сайт на месте.
summary-nothing-yet = Сайт не опубликован.
summary-explain = Подробно о сообщении: kabinet explain { $rule }

quoted = «{ $text }»
or = или

site-root = папка сайта
did-you-mean = Может быть, { $names }?

explain-list = Все сообщения, о которых есть объяснение. Подробно об одном: kabinet explain ИМЯ
explain-unknown = Сообщения с именем «{ $rule }» нет.
explain-all = Список всех имён: kabinet explain
explain-help = Как исправить: { $help }
