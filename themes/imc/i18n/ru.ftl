### Слова, которые тема пишет на страницах портала.

locale = ru_RU

## Шапка, меню, подвал

skip = Перейти к содержанию
menu = Меню
menu-label = Разделы сайта
crumbs = Вы находитесь здесь
home = Главная страница
footer-label = Полезные страницы
index = Алфавитный указатель
feed = Подписка на новое (Atom)
feed-all = Всё новое на сайте
licenses = Лицензии
report-error = Сообщить об ошибке
yes = да
no = нет

## Поиск

search-title = Поиск
search-label = Поиск по сайту
search-placeholder = Поиск по сайту
search-go = Найти
search-question = Что вам найти?
search-hint = Например: аттестация, наставник, технологическая карта, п. 3.2.5
search-about = Поиск по документам, материалам, мероприятиям и людям центра.
search-other = Другие пути
search-index-about = все страницы сайта по первым буквам заголовков

suggest-list = Подсказки
suggest-all = Искать «{ $q }» по всему сайту
suggest-none = Подсказок нет
suggest-count = { $count ->
    [one] { $n } подсказка. Выбирайте стрелками.
    [few] { $n } подсказки. Выбирайте стрелками.
   *[other] { $n } подсказок. Выбирайте стрелками.
  }

mark-label = Выделены слова:
mark-remove = Убрать

## Страница поиска

find-help = Как искать
find-help-forms = Пишите как удобно: падежи, «ё» и «е», большие и маленькие буквы, небольшие опечатки и раскладка клавиатуры не важны.
find-help-phrase = Кавычки — слова подряд, в любых падежах:
find-help-phrase-example = план работы
find-help-exact = Равно перед кавычками — точно так, как написано:
find-help-exact-example = план работы
find-help-minus = Минус перед словом — страницы без этого слова:
find-help-minus-example = наставничество -школа
find-help-numbers = Номера документов и пунктов — как они напечатаны:
find-help-numbers-example = п. 3.2.5
find-no-script = Чтобы искать по текстам, включите в браузере сценарии (JavaScript). А пока они выключены, нужное можно найти в разделах и в алфавитном указателе ниже.
find-filters = Уточнить
find-chosen = Выбрано
find-dates = Дата
find-date-from = с
find-date-to = по
find-sort = Порядок
find-sort-relevance = по соответствию
find-sort-date = сначала новые

find-number = { $n }
find-facet-chosen = выбрано: { $n }
find-facet-all = Показать все ({ $n })
find-since = Дата: с { $date }
find-until = Дата: по { $date }
find-remove = Убрать: { $what }
find-clear = Сбросить всё

find-found = { $count ->
    [one] Нашлась { $n } страница
    [few] Нашлись { $n } страницы
   *[other] Нашлось { $n } страниц
  }
find-none = Ничего не нашлось
find-shown = { $count ->
    [one] Показано { $shown } из { $n } страницы
    [few] Показано { $shown } из { $n } страниц
   *[other] Показано { $shown } из { $n } страниц
  }
find-welcome = { $count ->
    [one] На сайте { $n } страница. Напишите, что ищете, или выберите, что показать.
    [few] На сайте { $n } страницы. Напишите, что ищете, или выберите, что показать.
   *[other] На сайте { $n } страниц. Напишите, что ищете, или выберите, что показать.
  }
find-results = { $count ->
    [one] Показать { $n } страницу
    [few] Показать { $n } страницы
   *[other] Показать { $n } страниц
  }
find-done = К результатам
find-more = Показать ещё { $n }
find-quoted = «{ $q }»
find-loading = Ищем…
find-titles-first = Пока загружается полный поиск — вот что нашлось в заголовках
find-corrected = Показаны результаты по запросу «{ $q }».
find-instead = Искать «{ $q }»
find-literal = Ищем «{ $q }» так, как написано.
find-literal-undo = Исправлять опечатки
find-also = «{ $from }» — ищем и { $to }.
find-only = Искать только набранные слова
find-relaxed = Страниц, где есть все слова сразу, нет. Показаны те, где есть часть слов.
find-unknown = { $count ->
    [one] На сайте не встречается { $words }.
    [few] На сайте не встречаются { $words }.
   *[other] На сайте не встречаются { $words }.
  }
find-offer = «{ $q }» на сайте не встречается. Возможно, вы имели в виду:
find-near = Похожие слова на сайте:
find-wider = Искать без уточнений
find-nothing-hint = Проверьте, нет ли в словах ошибки, назовите то же другими словами или начните с раздела.
find-titles-only = Полный поиск сейчас не загрузился, поэтому показано только то, что нашлось в заголовках.
find-titles-unsupported = Этот браузер не умеет искать по текстам, поэтому показано только то, что нашлось в заголовках.
find-unheard = Уточнения и порядок по дате сейчас не действуют: они вернутся вместе с полным поиском.
find-late = Поиск загружается дольше обычного. Обновите страницу или найдите нужное по разделам и алфавитному указателю.
find-failed-short = Поиск не ответил
find-failed = Не получилось загрузить поиск. Возможно, прервалась связь. Попробуйте ещё раз или найдите нужное по разделам и алфавитному указателю.
find-failed-unsupported = Этот браузер не умеет искать по сайту. Найдите нужное по разделам и алфавитному указателю.
find-retry = Попробовать ещё раз

## Страницы и списки

contents = Содержание
files = Файлы
archive = Скачать всё одним архивом
archive-files = { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[other] { $count } файлов
}
archive-note = Об авторе и цитировании
archive-authors = { $count ->
    [1] Автор:
   *[other] Авторы:
}
archive-org = Организация:
archive-date = Размещено на портале:
archive-updated = Обновлено:
archive-citation = Как сослаться (по ГОСТ Р 7.0.100-2018):
archive-license = Права:
archive-link = Постоянный адрес:
archive-from = Скачано с портала:
sveden-short = Сведения об организации
sveden-data = Эти сведения таблицей:
sveden-more = Дополнительно
sveden = Подразделы сведений об образовательной организации
founder = Учредитель:
unit-of = Подразделение:
file-twin = открыть как страницу
file-closed = архив, откроется в программе вроде 7-Zip
file-packed = что внутри
twin-lead-guessed = Это текст файла, прочитанный программой с печатных страниц: порядок и деление на абзацы местами могут быть другими. Рисунки и оформление — в самом файле.
twin-lead = Это текст файла. Рисунки и оформление — в самом файле.
twin-from = Файл опубликован на странице
twin-title = текст файла
twin-lead-packed = Это список файлов, которые лежат в архиве. Сами они — в архиве: скачайте его и распакуйте.
packed-name = Файл
packed-size = Размер
# Файл без карточки: это видит только автор, в предпросмотре.
dropped-title = файл без карточки
dropped-lead = Черновик: файл лежит в папке содержания, но ни одна страница его не называет. На сайте его нет и не будет, пока у него нет карточки.
dropped-check = Проверьте карточку
dropped-people = Сначала прочитайте файл: нет ли в нём списков детей, телефонов, адресов и оценок, которым на сайте не место. Если он лишний, удалите его из папки. Если нужен, выберите, каким он будет.
# $file — путь файла.
dropped-same = Такой же файл уже приложен к странице: { $file }. Если этот лишний, удалите его.
dropped-text = Что в файле
dropped-unread = Текст этого файла программа не читает. Откройте его сами и проверьте.
links = Ссылки
related = Похожие материалы
updated = Обновлено
published = Размещено
photo-large = Снимок { $number } крупно
archived = Эта страница в архиве: сведения на ней могли устареть.
about-page = Об этой странице
contacts = Контакты
dated = от { $date }
undated = без даты
until = до { $date }
important = важно
head = Руководитель: { $name }
list-empty = Здесь пока ничего нет. Посмотрите другие разделы:
list-total = { $count ->
    [one] Всего { $count } страница.
    [few] Всего { $count } страницы.
   *[other] Всего { $count } страниц.
  }
page-feed = Лента нового (Atom)
list-feed = Подписаться на новое в этом разделе (Atom)
pager = Страницы списка
pager-prev = Назад
pager-next = Дальше
pager-page = Страница { $number }
pager-of = Страница { $number } из { $count }
school-year = { $year } учебный год
by-subject = По предметам
by-subjects = По предметам
by-audience = Для кого
by-levels = По уровням образования
by-material-types = По типам
by-event-forms = По формам
list-ways = Отбор по темам

## Главная

home-events = Ближайшее
home-no-events = Новых мероприятий пока не назначено. Вот последние прошедшие:
home-nothing = Мероприятий пока нет. Всё, что уже есть на сайте, —
home-news = Новости
home-materials = Новые материалы
events-all = Все мероприятия
materials-all = Весь банк
news-all = Все новости
people-all = К кому обратиться
associations-all = Все объединения

## Мероприятие

events-next = Ближайшие
events-past = Прошедшие мероприятия
about-event = Когда и где
event-more = Подробнее о мероприятии
event-place = Место
event-mode = Формат
event-online = Подключение
event-join = Ссылка на видеовстречу
event-certificate = Документ участника
event-announced = Объявлено
event-moved = Мероприятие перенесено.
event-moved-from = Было назначено на { $from }, состоится { $date }
event-moved-to = Новая дата — { $date }
event-cancelled = Мероприятие отменено.
event-reason = Причина: { $reason }.
event-registration = Как записаться
event-registration-until = Записаться можно до
event-registration-closed = Запись закрыта ({ $date }). Если место очень нужно, спросите ответственного.
event-registration-early = Запись откроется { $date }
event-sign-up = Записаться
event-by-mail = письмом:
event-by-phone = по телефону:
event-seats = { $count ->
    [one] Всего { $count } место.
    [few] Всего { $count } места.
   *[other] Всего { $count } мест.
  }
event-programme = Программа
programme-time = Время
programme-what = Что
programme-who = Кто ведёт
event-result = Итоги
event-attendance = Участников
event-applications = Заявок
event-materials = Материалы мероприятия
event-documents = Положение или приказ

## Материал

about-material = О материале
material-event = Представлено на мероприятии
material-documents = Связанные документы

## Новость

news-more = Ещё новости
news-events = О мероприятиях
news-materials = О материалах
news-documents = О документах

## Объединение, человек, направление

about-association = Об объединении
association-documents = Документы
meetings-next = Ближайшие встречи
meetings-none = Дата следующей встречи пока не назначена.
meetings-usual = Обычно собираются: { $time }.
meetings-past = Прошедшие встречи
reception = Часы консультаций
person-topics = С чем обращаться
person-directions = Отвечает за направления
person-more = Подробнее
whom-to-ask = К кому обратиться
useful-links = Полезные ссылки
questions = Частые вопросы
direction-activity = { $activity } деятельность

## Документ

regulation-about = { $title }: полный текст с адресом у каждого пункта, реквизиты и статус.
status-unknown-label = статус не определён
status-in_force = Документ применяется сейчас.
status-ended = Документ больше не применяется. Текст сохранён для справки.
status-awaited = Документ принят, но пока не применяется: день, с которого он действует, указан в реквизитах.
status-expired = Срок, на который принят документ, закончился. Текст сохранён для справки.
status-draft = Это проект: документ ещё не принят, и текст может измениться.
status-unknown = Мы не смогли установить, действует ли документ сейчас. Прежде чем ссылаться на него, уточните это у организации, которая его издала.
replaced-by = Заменён документом:
amended-by = Изменён документом:
requisites = Реквизиты
req-type = Тип документа
req-number = Номер
req-no-number = не внесён
req-date = Дата
req-no-date = дата не указана в документе
req-date-unread = не внесена
req-issuer = Кем издан
req-adopted = Принято
req-protocol = протокол № { $number }
req-approved = Утверждено
req-annex = Приложение к акту
req-annex-number = приложение № { $number }
to-act = к
req-original = Исходный файл
download-word = Текст для правки в Word
download-original = Скачать исходный файл
cite = Как сослаться
cite-approved = утв.
cite-annex = приложение
cite-hint = После названия поставьте номер пункта, например «п. 2.1». Ссылку и сноску на каждый пункт копируют кнопки рядом с ним.
backlinks = На этот документ ссылаются
backlinks-clauses = На пункты этого документа
clause-tools = Ссылки на пункты
clause-link = Скопировать ссылку на п. { $number }
section-link = Скопировать ссылку на раздел { $number }
clause-quote = Скопировать сноску на п. { $number }
clause-mark = п. { $number }
section-mark = разд. { $number }
copied-link = Ссылка на п. { $number } скопирована
copied-quote = Сноска на п. { $number } скопирована
copy-failed = Не получилось скопировать. Вот адрес:
print-source = Источник: { $url }.
print-status = Статус: { $status }.
stamp-adopted = Принято
stamp-approved = Утверждено

## Предметы, метки и другие словари

term-about = Всё по теме «{ $term }».
term-lead = { $count ->
    [one] { $count } страница по этой теме.
    [few] { $count } страницы по этой теме.
   *[other] { $count } страниц по этой теме.
  }
terms-lead = Рядом с каждой темой — сколько страниц к ней относится.

## Все разделы и потерянный адрес

map-title = Все разделы
map-lead = { $count ->
    [one] Все разделы и { $count } страница по алфавиту.
    [few] Все разделы и { $count } страницы по алфавиту.
   *[other] Все разделы и { $count } страниц по алфавиту.
  }
map-sections = Разделы
map-letters = Буквы указателя
lost-title = Такой страницы нет
lost-lead = Возможно, адрес набран с ошибкой или страницу убрали. Найдите нужное поиском или начните с раздела.
lost-where = Разделы

## Карточки, сроки, строки

till = до
sign-up-until = запись до { $date }
sign-up-until-cap = Запись до { $date }
grades = { $list } класс
receives-now = сейчас часы приёма
receives = принимает:
room = каб. { $room }
to-whom = принимает { $name }
hours = { $count ->
    [one] час
    [few] часа
   *[other] часов
  }
copy = Скопировать
copied = Скопировано
announcement = Объявление для чата
say-when = Когда: { $when }
say-where = Где: { $where }
jump = К месяцу или дню
events-past-count = Прошедшие: { $count }
open-data = Открытые данные:
open-data-all = Все показатели открытыми данными:
list-narrow = Уточнить поиском
by-document-types = По типу документа
by-document-levels = По уровню
by-document-statuses = По статусу
by-program-types = По виду программы
by-biblio-types = По виду издания
event-hours = Объём, ак. часов

## Сроки и отчёты

who-hands-in = Сдают: { $who }
request-how = Как сдать
request-to = Принимает
request-fill = Заполнить форму
request-form = Форма
request-off = Запрос снят: сдавать ничего не нужно.
request-late = Срок прошёл. Если ответ ещё не отправлен, спросите того, кто принимает: телефон и почта ниже.
request-moved = Срок перенесён. Прежний — { $from }
due-until = Срок до { $date }
col-due = Срок
col-what = Что сдать
col-who = Кто сдаёт
col-to = Кому и как
col-form = Форма
requests-none = Сейчас сдавать нечего. Если ждёте запроса, спросите в приёмной:
requests-past = Срок прошёл: { $count }

## Курсы, конкурсы, записи, издания

about-program = О программе
contest-go = Подать заявку
contest-apply = Как подать заявку
contest-regulation = Положение о конкурсе
contest-stages = Этапы
contest-nominations = Номинации
contest-criteria = Критерии
contest-criterion = Критерий
contest-points = Баллы
contest-results = Итоги
contest-results-hint = Ученики названы кодами участников, педагоги — только с их согласия.
contest-nomination = Номинация или предмет
contest-participant = Участник
contest-place = Результат
contest-appeal = Апелляция
site-products = Продукты площадки
site-events = Мероприятия площадки
media-open = Открыть запись
media-transcript = Пересказ словами
record = Библиографическая запись
record-pages = с.
record-text = Текст : непосредственный.
record-electronic = Текст : электронный
record-site = сайт
record-published = Дата публикации:
record-seen = дата обращения: ______
record-hint = Запись составлена по ГОСТ Р 7.0.100-2018: её можно перенести в список литературы.
collection-contents = Что вошло

## План, показатели, анализ

plan-done = Исполнено { $done } из { $all } — { $share } %
plan-progress = Доля исполненных пунктов
plan-approved = Утверждён:
plan-when = Когда
plan-who = Ответственный
plan-result = Результат
indicator-name = Показатель
indicator-value = Значение
indicator-value-of = Значение, { $unit }
indicator-before = Годом раньше
indicator-year = Учебный год
indicator-source = Источник
indicator-chart = Столбики по учебным годам; те же числа в таблице ниже
indicator-aim = цель { $value }
indicator-programs = По страницам сайта реализовано программ: { $count }.
indicator-applications = По страницам сайта подано заявок: { $count }.
indicator-look = Посмотреть
report-indicators = По показателям
report-recommendations = Рекомендации
report-decisions = Решения
report-helps = Поможет:
report-done = Исполнение:

## Справка о размещении

proof = Как сослаться и подтвердить размещение
proof-hint = Ссылка составлена по ГОСТ Р 7.0.100-2018. Справку о размещении для портфолио печатают с этой страницы: нажмите ссылку, затем «Печать».
proof-print = Справка о размещении
week-title = Неделя на одном листе
week-span = Неделя с { $from } по { $to }
week-hint = Лист для учительской: напечатайте и повесьте. С пятницы здесь следующая неделя.
week-when = Когда
week-what = Что и где
week-code = QR-код
week-more = И ещё { $count } — в календаре на сайте.
week-none = На ближайшую неделю ничего не назначено.
week-before = Продолжаются:
week-due = Сдать на этой неделе
changes-lead = Два документа рядом, пункт за пунктом. Что убрано — зачёркнуто, что добавлено — подчёркнуто.
changes-since = По сравнению с документом
changes-now = Теперь:
changes-none = Пункты обоих документов говорят одно и то же.
changes-changed = { $count ->
    [one] Изменён { $count } пункт:
    [few] Изменено { $count } пункта:
   *[other] Изменено { $count } пунктов:
  }
changes-added = { $count ->
    [one] Добавлен { $count } пункт:
    [few] Добавлено { $count } пункта:
   *[other] Добавлено { $count } пунктов:
  }
changes-removed = { $count ->
    [one] Исключён { $count } пункт:
    [few] Исключено { $count } пункта:
   *[other] Исключено { $count } пунктов:
  }
changes-moved = { $count ->
    [one] Сменил номер { $count } пункт:
    [few] Сменили номер { $count } пункта:
   *[other] Сменили номер { $count } пунктов:
  }
changes-same = Без изменений: { $count }
changes-was = Было: { $name }
changes-is = Стало: { $name }
change-changed = изменён
change-added = добавлен
change-removed = исключён
change-moved = другой номер
compare-former = Сравнить с прежней редакцией по пунктам
compare-later = Что изменилось в новой редакции, по пунктам
proof-row = Справка № { $number } от { $date }
proof-check = Проверить в реестре
proof-ask = Номер в реестре и контрольную сумму справка получает, когда её выдаёт центр: позвоните или напишите.
proof-changed = Материал изменён после справки № { $number } от { $date }: она подтверждает прежний текст.
proof-registered = Номер в реестре справок: { $number } от { $date }
proof-sums = Контрольные суммы (SHA-256) того, что подтверждено:
proof-wording = Текст материала
proof-check-at = Проверить справку:
proof-same = текст прежний
proof-changed-state = изменён после выдачи
proof-withdrawn = снято
proofs-title = Реестр справок о размещении
proofs-lead = Здесь каждый может проверить справку, которую центр выдал автору материала.
proofs-how = Как проверить справку
proofs-how-number = Найдите в таблице номер со справки. На него же ведёт QR-код.
proofs-how-state = «Текст прежний» значит, что материал и его файлы те же, что в день выдачи. «Снято» — материала на сайте больше нет.
proofs-how-sum = Сверьте контрольную сумму на бумаге с таблицей. Посчитать её самому можно по скачанному тексту или файлу (у CSV, TXT и других текстовых файлов концы строк не в счёт: если сумма другая, сохраните файл с концами строк LF):
proofs-issued = Выданные справки
proofs-number = Номер
proofs-what = Материал
proofs-state = Состояние
proofs-sums = Контрольные суммы (SHA-256)
qr-of = QR-код с адресом { $url }
proof-title = Справка о размещении материала
proof-text = Подтверждается, что { $date } на портале центра размещён материал
proof-author = Автор:
proof-expertise = Рассмотрен:
proof-number = Номер в банке:
proof-address = Постоянный адрес:
proof-issued = Дата выдачи
proof-post = Должность
proof-signature = Подпись, печать

## Роли, люди, главная

home-due = Что сдать
home-roles = С чего начать
home-often = Частые дела
home-sections = Разделы
requests-all = Все сроки
courses-all = Все курсы
all-people = Все люди
role-ways = Частые дела
role-no-events = Встреч для вас пока не назначено. Спросите в приёмной:
role-associations = Ваши объединения
role-courses = Курсы
role-materials = Новое в банке
people-by-question = С каким вопросом — к кому
people-others = Руководители объединений и авторы
changes = Что изменилось

## Календарь

calendar-add = Добавить в календарь
calendar-follow = Подписаться на календарь
calendar-changes = Что изменилось
calendar-copy = Скопировать адрес
calendar-copied = Скопировано
calendar-copy-of = Скопировать адрес календаря «{ $title }»
calendar-open = Открыть в календаре
subscribe-title = Как подписаться на календарь
subscribe-lead = Мероприятия сами появятся в календаре вашего телефона или компьютера. Если дату перенесут, она изменится и у вас.
subscribe-all = Календарь всех мероприятий
subscribe-other-calendars = Календари по объединениям, направлениям и предметам — ниже.
subscribe-calendars = Календари по темам
subscribe-choose-text = «Открыть в календаре» сразу подписывает на iPhone, iPad и Mac. Для остальных скопируйте адрес и добавьте его, как описано ниже.
subscribe-how = Как добавить адрес
subscribe-iphone = iPhone и iPad
subscribe-iphone-text = Нажмите «Открыть в календаре» и подтвердите подписку. Если ничего не открылось: в приложении «Календарь» нажмите «Календари», затем «Добавить календарь», «Добавить календарь-подписку» и вставьте адрес.
subscribe-android = Android (Google Календарь)
subscribe-android-text = В приложении на телефоне добавить адрес нельзя, это делают один раз на компьютере. Откройте calendar.google.com, слева рядом со словами «Другие календари» нажмите плюс, выберите «Добавить по URL», вставьте адрес. Календарь появится и в телефоне; если его не видно, включите его в настройках приложения. Google обновляет подписки примерно раз в сутки.
subscribe-yandex = Яндекс Календарь
subscribe-yandex-text = Откройте calendar.yandex.ru в браузере. В левой колонке найдите «Подписки», нажмите плюс и вставьте адрес календаря.
subscribe-outlook = Outlook
subscribe-outlook-text = Откройте «Календарь», нажмите «Добавить календарь», выберите «Подписаться из Интернета» (в программе на компьютере — «Из Интернета») и вставьте адрес.
subscribe-other = Другие программы
subscribe-other-text = Подойдёт любая программа, которая умеет «подписаться на календарь по ссылке» (iCalendar, ICS). Если такой возможности нет, на странице каждого мероприятия есть ссылка «Добавить в календарь»: она добавит его один раз, без обновлений.
subscribe-what = Что будет в календаре
subscribe-what-text = Название, время, место, срок записи и ссылка на страницу мероприятия. Отменённое остаётся с пометкой «Отменено», перенесённое встаёт на новый день. В календарях мероприятия этого и прошлого учебного года и всё, что впереди. О вас мы ничего не узнаём: подписка работает без регистрации.
calendar-title = Календарь мероприятий
calendar-short = Календарь
calendar-lead = Что впереди по порядку и что было раньше по месяцам.
calendar-week = На этой неделе
calendar-past = Прошло в этом учебном году
calendar-none = Новых мероприятий пока нет.
calendar-years = По месяцам
calendar-ahead = Что впереди
calendar-months = Календарь по месяцам
month-ways = Соседние месяцы
month-ways-below = Соседние месяцы под календарём
month-before = Началось раньше и продолжается
month-caption = Мероприятия по дням: { $month }
month-off = отменено
weekday-1 = понедельник
weekday-2 = вторник
weekday-3 = среда
weekday-4 = четверг
weekday-5 = пятница
weekday-6 = суббота
weekday-7 = воскресенье
weekday-short-1 = пн
weekday-short-2 = вт
weekday-short-3 = ср
weekday-short-4 = чт
weekday-short-5 = пт
weekday-short-6 = сб
weekday-short-7 = вс
mine-title = Мой портал
mine-lead = Выберите один раз, кто вы и что преподаёте: здесь будет ваше — сроки, встречи, объединение, методист, новые материалы.
mine-noscript = Чтобы отобрать только ваше, браузеру нужен JavaScript. Без него здесь то, что впереди у всех, а ниже — страницы по предметам, должностям и уровням.
mine-choose = Выбрать своё
mine-change = Изменить
mine-audience = Кто вы
mine-subjects = Предметы
mine-levels = Кого учите
mine-associations = Объединения
mine-done = Показать
mine-forget = Забыть выбор
mine-privacy = Выбор хранится только в этом браузере и в адресе страницы: никому не отправляется. Адрес можно послать коллеге — он увидит то же.
mine-other = Показан выбор из ссылки. Свой, сделанный раньше, не тронут.
mine-keep = Запомнить этот
mine-back = Вернуться к своему
mine-empty = Для вашего выбора здесь пока ничего нет.
mine-people-title = Мой методист
mine-calendars-title = Подписаться на календарь
mine-events-count = { $count ->
    [one] { $count } мероприятие
    [few] { $count } мероприятия
   *[other] { $count } мероприятий
  }
mine-hubs-title = Всё о вашем выборе
mine-ways = Страницы, где всё собрано
mine-role = Мой портал: только ваше
by-years = По годам
register-date = Дата и номер
register-document = Документ
register-level = Уровень
register-status = Статус
register-all = Все документы
# $what — когда приёма нет: «июль», «праздники».
except = кроме: { $what }
hours-follow = Все часы приёма — в мой календарь
subscribe-feeds = Ленты нового
subscribe-feeds-text = Для программ чтения лент (Atom, RSS): скопируйте адрес ссылки и добавьте его в программу. В ленту объединения или направления попадает всё новое, что к нему относится.
subscribe-feeds-sections = Разделы
subscribe-hours = Часы приёма
hours-add = Часы приёма — в мой календарь

# Чего в черновике ещё нет: такое видит только автор, в предпросмотре.
unfilled-day = День ещё не указан
unfilled-hours = День и часы ещё не указаны
unfilled-due = Срок ещё не указан
unfilled-contents = Что вошло, ещё не указано
unfilled-points = Пунктов пока нет

view-title = Версия для слабовидящих
view-lead = Размер букв, расстояния, цвета и картинки — на всех страницах портала.
view-size = Размер букв
view-size-usual = обычный
view-large = крупный
view-larger = самый крупный
view-space = Расстояния между строками, словами и буквами
view-space-usual = обычные
view-spaced = увеличенные
view-colours = Цвета
view-colours-usual = как на устройстве
view-plain = чёрным по белому
view-plain-dark = белым по чёрному
view-pictures = Картинки
view-pictures-usual = показывать
view-no-pictures = заменять описанием
view-reset = Вернуть как было
view-kept = Выбор действует сразу и хранится только в этом браузере.
view-noscript = Чтобы выбирать здесь, включите в браузере сценарии (JavaScript). Без них страницы можно увеличить самим браузером.
view-browser = Что умеет браузер
view-browser-size = Увеличить страницу, вместе со всем, что на ней есть:
view-browser-dark = Тёмные цвета портал берёт из настроек устройства.
view-browser-keys = По страницам можно ходить клавишами:
