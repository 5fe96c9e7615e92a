### Слова, которые движок сам пишет на страницы, и сообщения о шаблонах и теме.

## Слова страниц

render-home = Главная
render-leaf = страница
render-signature = Подпись к «{ $title }»
render-search = Поиск
render-map = Все разделы
render-not-found = Страница не найдена
render-moved = Страница переехала:
render-mentions = Упоминается
render-archive-note = Об авторе и цитировании
render-clause = п. { $number }
render-section = разд. { $number }
render-changes = Что изменилось: { $title }
render-changes-short = Что изменилось
render-changes-was = было
render-changes-now = стало
render-week = Неделя на одном листе
render-mine = Мой портал
render-view = Версия для слабовидящих
render-undated = без даты
render-hours-of = Приём: { $title }
render-open-id = Код
render-open-label = Название
render-open-aliases = Другие написания
render-open-count = Страниц
render-proofs = Реестр справок о размещении
render-qr-long = Текст для QR-кода слишком длинный: он вмещает около двух тысяч знаков.
render-group-rest = Прочее
render-open-about = Сведения
render-open-value = Значение
render-open-url = Адрес страницы
render-open-state = Состояние
render-open-files = Файлы
render-open-yes = да
render-open-no = нет

render-calendar = Календарь мероприятий
render-subscribe = Подписаться на календарь
render-calendar-all = Все мероприятия
render-calendar-of = { $title } — { $site }
render-calendar-cancelled = Отменено: { $title }
render-calendar-off = Не состоится в назначенное время.
render-calendar-moved = Перенесено: было назначено на { $date }
render-calendar-reason = Причина: { $reason }
render-calendar-begins = Начало: { $date }
render-calendar-until = Запись до { $date }
render-calendar-sign-up = Запись
render-calendar-more = Подробнее: { $url }

render-date = { $day } { $month } { $year } г.
render-month-1 = января
render-month-2 = февраля
render-month-3 = марта
render-month-4 = апреля
render-month-5 = мая
render-month-6 = июня
render-month-7 = июля
render-month-8 = августа
render-month-9 = сентября
render-month-10 = октября
render-month-11 = ноября
render-month-12 = декабря
render-month-name-1 = январь
render-month-name-2 = февраль
render-month-name-3 = март
render-month-name-4 = апрель
render-month-name-5 = май
render-month-name-6 = июнь
render-month-name-7 = июль
render-month-name-8 = август
render-month-name-9 = сентябрь
render-month-name-10 = октябрь
render-month-name-11 = ноябрь
render-month-name-12 = декабрь
render-weekday-1 = понедельник
render-weekday-2 = вторник
render-weekday-3 = среда
render-weekday-4 = четверг
render-weekday-5 = пятница
render-weekday-6 = суббота
render-weekday-7 = воскресенье

render-size-b = { $size } Б
render-size-kb = { $size } КБ
render-size-mb = { $size } МБ
render-size-picture = { $width } × { $height } точек

render-facet-kind = Раздел
render-facet-lists = Разделы сайта
render-facet-school-year = Учебный год
render-facet-state = Статус
render-facet-file = Файлы
render-facet-file-yes = с файлом

render-state-draft = проект
render-state-in-force = действует
render-state-ended = утратил силу
render-state-awaited = ещё не вступил в силу
render-state-expired = срок действия истёк
render-state-unknown = статус не указан
render-state-planned = запланировано
render-state-open = идёт регистрация
render-state-closed = запись закрыта
render-state-today = сегодня
render-state-running = идёт сейчас
render-state-done = состоялось
render-state-cancelled = отменено
render-state-moved = перенесено
render-state-due = срок не прошёл
render-state-overdue = срок прошёл

## Что сказать о вызове функции в шаблоне

render-unknown-argument = У функции нет аргумента «{ $name }».
render-unknown-kind = Нет вида документов «{ $name }».
render-unknown-field = Ни у одного из названных видов документов нет поля «{ $name }».
render-unknown-page = Нет документа с именем «{ $name }».
render-unknown-vocabulary = Нет словаря «{ $name }».
render-unknown-asset = В папке assets темы нет файла «{ $name }».
render-unknown-text = В файлах i18n темы нет текста «{ $name }».
render-unknown-icon = В папке icons темы нет рисунка «{ $name }».
render-incomplete-text = Тексту не хватает значений: «{ $text }».
render-did-you-mean = Возможно, имелось в виду { $names }.
render-where-map = Аргумент where пишется парами: where={"{"}"form": "seminar"{"}"}.
render-bad-day = «{ $text }» — не дата. Пишите "today" или "2026-11-21".

## Сообщения

theme-missing = Тема «{ $theme }» не найдена.
    .label = это имя
    .help-name = Напишите имя папки внутри themes: буквы, цифры, дефис и подчёркивание, без черт и точек. Обычная тема: imc
    .help = Создайте папку { $folder } с файлами темы или напишите в content/site.yaml «theme: imc» — эта тема встроена в программу.
    .explain =
        Тема — это оформление сайта: шаблоны страниц, стили, виды документов и словари.
        Тема imc встроена в программу. Любая другая должна лежать в папке themes рядом
        с папкой content, иначе страницы не из чего собрать.

        Пример content/site.yaml:
            theme: imc

theme-link = В папке темы вместо файла лежит ярлык (символическая ссылка) наружу или служебный объект системы
    .help = Положите на это место обычный файл. Ярлык может вести только к видимому файлу той же темы.
    .help-folder = Сделайте папку темы обычной папкой: скопируйте в неё файлы темы.
    .explain =
        Файлы темы публикуются на сайте. Ярлык, который ведёт за пределы темы, мог бы выставить
        на всеобщее обозрение чужие файлы, а чтение из канала или устройства могло бы не кончиться
        никогда. Поэтому читаются только обычные файлы.

theme-unreadable = Файл темы не читается: { $cause }.
    .help = Проверьте, что файл на месте, открывается и не больше 32 МБ.
    .explain =
        Программа не смогла прочитать один из файлов темы: нет прав на чтение, повреждён диск
        или файл слишком велик. Без него страницы могут выйти без оформления, поэтому сайт
        не публикуется.

        Пример: если файл скопирован с другого компьютера, дайте права на его чтение
        и соберите сайт ещё раз.

template-error =
    Ошибка в шаблоне { $template }{ $line ->
        [0] {""}
       *[other] , строка { $line }, место { $column }
    }: { $message }
    .help = Исправьте шаблон; строка и место указаны в начале сообщения.
    .help-page =
        исправьте шаблон; ошибка встретилась при сборке { $page }{ $count ->
        [1] {""}
       *[other] {" "}(всего страниц с ней: { $count })
    }
    .explain =
        Страницы сайта собираются по шаблонам из папки templates темы. В шаблоне названо то, чего
        нет, или нарушены правила записи. Ошибка — в теме, а не в тексте документа; если тему
        писали не вы, передайте это сообщение её автору.

        Пример: в шаблоне написано «page.titel», а поле называется «page.title».

template-missing = В теме нет шаблона { $template }.
    .help = Добавьте этот файл в тему или укажите другой шаблон в описании вида; он понадобился для { $page }
    .explain =
        Для каждого вида документов тема называет шаблон страницы, а для общих страниц сайта нужны
        home.html, list.html, term.html, terms.html, search.html, sitemap.html и 404.html. Одного
        из них нет, и страницу не по чему собрать.

        Пример: в kinds/event.yaml написано «template: event.html», значит, в теме должен быть файл
        templates/event.html.

face-text-broken = Строка { $line } файла текстов темы записана неверно: «{ $text }».
    .help = Исправьте строку: «имя-текста = сам текст»; продолжение текста пишется с отступом.
    .explain =
        В файлах i18n темы лежат слова, которые видит читатель: названия кнопок, подписи, подсказки.
        Одна из записей нарушает правила Fluent, и этот текст на сайт не попал.

        Пример верной записи:
            search-title = Поиск по сайту

asset-missing = В теме нет файла «{ $address }», на который ссылается таблица стилей.
    .help = Положите файл рядом или уберите ссылку на него.
    .explain =
        В таблице стилей (файл .css) названа картинка или шрифт, которых в папке assets темы нет.
        Страница откроется, но без них. Адрес считается от папки самой таблицы стилей.

        Пример: в assets/style.css написано «url(fonts/a.woff2)» — значит, нужен файл
        assets/fonts/a.woff2.

# Файл без карточки, в предпросмотре. $file — путь файла; $kind — вид страницы; $title — название; $field — поле; $page — файл страницы.
render-dropped-import = Чтобы текст читали на сайте, сделайте из файла страницу. Она начнётся с того, что программа нашла в файле; поля проверьте.
    .command = kabinet import "{ $file }" --kind "{ $kind }"
    .command-guess = kabinet import "{ $file }"
render-dropped-new = Чтобы файл стоял на странице, начните её: это и есть карточка файла.
    .command = kabinet new "{ $kind }" "{ $title }" "{ $field }={ $file }"
render-dropped-page = Чтобы файл стоял на странице, в папке которой он лежит, допишите его в её карточку ({ $page }), между строками ---.
    .command = { $field }: { $file }
render-dropped-new-picture = Чтобы снимок был на странице, начните её, если её ещё нет.
    .command = kabinet new "{ $kind }" "{ $title }"
render-dropped-picture = Потом вставьте снимок в её текст и напишите, что на нём видно. Если на снимке люди, сначала получите их согласие (у детей — согласие родителей).
    .command = ![Что видно на снимке]({ $file })
render-dropped-page-picture = Чтобы снимок был на странице, в папке которой он лежит, вставьте его в её текст ({ $page }) и напишите, что на нём видно. Если на снимке люди, сначала получите их согласие (у детей — согласие родителей).
    .command = ![Что видно на снимке]({ $file })
render-dropped-rename = В имени файла или его папки есть знаки, которые командная строка понимает по-своему. Назовите файл буквами, цифрами и пробелами: тогда здесь будет сказано, что делать дальше.
    .command = {""}
render-dropped-move = Чтобы приложить файл к странице, переложите его в папку её раздела, например content/news: тогда здесь будет сказано, как.
    .command = {""}
